-- Run by editors.test.ts in a headless Neovim, after the set-up of docs/editors: says what it sees as JSON, a line each.
local function say(what, value)
  io.stdout:write(vim.fn.json_encode({ what = what, value = value }) .. '\n')
end
local function diagnostics()
  return vim.tbl_map(function(d)
    return { line = d.lnum, from = d.col, to = d.end_col, severity = d.severity, message = d.message, source = d.source }
  end, vim.diagnostic.get(0))
end
local function wait(what, look)
  if not vim.wait(30000, look, 20) then
    say('timeout', what)
    vim.cmd('cquit')
  end
end

local ok, fault = pcall(function()
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.env.DRAFT)
  wait('diagnostics', function()
    return #vim.diagnostic.get(0) >= 2
  end)
  say('diagnostics', diagnostics())

  -- The code actions at the first one, as the menu asks for them.
  local params = vim.lsp.util.make_range_params()
  params.range = { start = { line = 0, character = 3 }, ['end'] = { line = 0, character = 4 } }
  params.context = { diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 10000)
  local titles = {}
  for _, answer in pairs(answers or {}) do
    for _, action in ipairs(answer.result or {}) do
      table.insert(titles, action.title)
    end
  end
  say('actions', titles)

  -- Typing: what was wrong goes.
  vim.api.nvim_buf_set_text(0, 0, #'刚才，', 0, #'刚才，×', { '李' })
  wait('the typed line', function()
    return #vim.diagnostic.get(0) == 1
  end)
  say('typed', diagnostics())

  vim.cmd('write')
  say('written', vim.fn.readfile(vim.env.DRAFT))
  wait('a clean draft', function()
    return #vim.diagnostic.get(0) == 0
  end)
  -- Saved under another name: what comes is for that name, and so are the edits.
  local renamed = vim.env.DRAFT:gsub('讲话稿', '改名稿')
  vim.cmd('saveas ' .. renamed)
  vim.api.nvim_buf_set_lines(0, 0, 1, false, { '刚才,王书记作了讲话。' })
  wait('the renamed draft', function()
    return #vim.diagnostic.get(0) == 1
  end)
  local all = {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = 1, character = 0 } },
    context = { only = { 'source.fixAll.gongwen' }, diagnostics = {} },
  }
  local edit
  for _, answer in pairs(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', all, 10000) or {}) do
    for _, action in ipairs(answer.result or {}) do
      edit = action.edit
    end
  end
  say('renamed', { uri = edit.documentChanges[1].textDocument.uri, has = #vim.uri_to_fname(edit.documentChanges[1].textDocument.uri) > 0 })
  say('versioned', type(edit.documentChanges[1].textDocument.version) == 'number')
  -- An edit for a text that has changed since is not applied.
  vim.api.nvim_buf_set_text(0, 1, 0, 1, 0, { '另，' })
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.lsp.util.apply_workspace_edit(edit, 'utf-16')
  say('stale', vim.deep_equal(before, vim.api.nvim_buf_get_lines(0, 0, -1, false)))
  vim.cmd('write')
  say('saved', { new = vim.fn.readfile(renamed), old = vim.fn.readfile(vim.env.DRAFT) })
  say('clean', true)
end)
if not ok then
  say('error', tostring(fault))
end
vim.cmd('qall!')
