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
  say('clean', true)
end)
if not ok then
  say('error', tostring(fault))
end
vim.cmd('qall!')
