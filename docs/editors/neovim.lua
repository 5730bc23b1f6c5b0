-- 公文校对 in Neovim 0.7 or later: save as ~/.config/nvim/after/plugin/gongwen.lua.
-- `npm install -g gongwen-lint` puts the server where it is found.

local capabilities = vim.lsp.protocol.make_client_capabilities()
-- It applies edits that are for one version of a text alone, and does not say so.
capabilities.workspace.workspaceEdit.documentChanges = true

local config = {
  capabilities = capabilities,
  name = 'gongwen',
  cmd = { 'gongwen-language-server', '--stdio' },
  -- What VS Code has under `gongwen.*`; a gongwen-lint.json beside the drafts wins over it.
  settings = { gongwen = { kind = 'auto', preset = 'recommended' } },
}

-- Neovim asks the client for settings section by section.
config.handlers = {
  ['workspace/configuration'] = function(_, params)
    return vim.tbl_map(function(item)
      return config.settings[item.section] or vim.NIL
    end, params.items)
  end,
}

local running
local function attach(buffer)
  local root = vim.fn.getcwd()
  if vim.lsp.start then
    vim.lsp.start(vim.tbl_extend('force', config, { root_dir = root }), { bufnr = buffer })
    return
  end
  -- Before 0.8.
  if not running or not vim.lsp.get_client_by_id(running) then
    running = vim.lsp.start_client(vim.tbl_extend('force', config, { root_dir = root }))
  end
  vim.lsp.buf_attach_client(buffer, running)
end

-- A draft that is saved under another name is another document to the server.
local function detach(buffer)
  for id, client in pairs(vim.lsp.buf_get_clients(buffer)) do
    if client.name == config.name then
      vim.lsp.buf_detach_client(buffer, id)
    end
  end
end

-- Applies all safe fixes: what `:w` does below.
local function fix_all(buffer)
  local last = vim.api.nvim_buf_line_count(buffer)
  local params = {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = last, character = 0 } },
    context = { only = { 'source.fixAll.gongwen' }, diagnostics = {} },
  }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', params, 2000) or {}
  for id, answer in pairs(answers) do
    for _, action in ipairs(answer.result or {}) do
      if not action.edit then
        local client = vim.lsp.get_client_by_id(id)
        local request = client.request_sync
        local resolved = request('codeAction/resolve', action, 2000, buffer)
        action = resolved and resolved.result or action
      end
      if action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
      end
    end
  end
end

local group = vim.api.nvim_create_augroup('gongwen', {})
vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = { 'text', 'markdown' },
  callback = function(event)
    attach(event.buf)
  end,
})
vim.api.nvim_create_autocmd('BufFilePre', {
  group = group,
  callback = function(event)
    detach(event.buf)
  end,
})
vim.api.nvim_create_autocmd('BufFilePost', {
  group = group,
  pattern = { '*.txt', '*.md' },
  callback = function(event)
    attach(event.buf)
  end,
})
vim.api.nvim_create_autocmd('BufWritePre', {
  group = group,
  pattern = { '*.txt', '*.md' },
  callback = function(event)
    fix_all(event.buf)
  end,
})
