-- Opens a draft in a real Neovim (0.7 to 0.12) with the plugin and the built server, as a reporter would. Needs no user
-- interface and reads the environment: DRAFT, SERVER (the program), EXAMPLES (a folder of drafts), TESTS (this folder).
--   nvim --headless --clean -n --cmd 'set rtp^=editors/neovim' -c 'luafile smoke.lua'
-- Prints a line for each check and PASS or FAIL at the end; exit status 0 or 1.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes, log, request = kit.check, kit.comes, kit.log, kit.request

local copydesk = require('copydesk')
local draft, server = os.getenv('DRAFT'), os.getenv('SERVER')

local current_client, code_of, edit, line_of = kit.client, kit.code_of, kit.edit, kit.line
local function doubled_words()
  return kit.found('doubled-word')
end
local function text_under(diagnostic)
  local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, false)[1]
  return line:sub(diagnostic.col + 1, diagnostic.end_col)
end
--- Names and details of symbols, children included.
local function flatten(symbols, into)
  for _, symbol in ipairs(symbols) do
    table.insert(into, symbol.name .. ' | ' .. (symbol.detail or ''))
    flatten(symbol.children or {}, into)
  end
  return into
end
--- The position of a word, counted as the client and the server agreed to; older versions know UTF-16 alone.
local function position_of(word, line)
  local text = vim.api.nvim_buf_get_lines(0, line, line + 1, false)[1]
  local bytes = text:find(word, 1, true) - 1
  local client = current_client()
  if client and client.offset_encoding == 'utf-8' then
    return { line = line, character = bytes }
  end
  local _, utf16 = vim.str_utfindex(text, bytes)
  return { line = line, character = utf16 }
end

local function a_missing_program_is_told()
  local said = kit.messages(function()
    copydesk.setup({ cmd = { '/nowhere/copydesk', 'lsp' } })
  end)
  check(said:find('was not found. Install it', 1, true), 'a missing program is reported: ' .. said)
end

local function a_draft_is_read()
  copydesk.setup({ cmd = server, settings = { rules = { ['doubled-word'] = 'error' } } })
  edit(draft)
  check(vim.bo.filetype == 'markdown', 'filetype is ' .. vim.bo.filetype)
  comes('the server is attached', function()
    return current_client() ~= nil
  end)
  assert(current_client(), 'nothing else can be checked without a server')
  comes('diagnostics came', function()
    return #doubled_words() > 0
  end)
  for _, d in ipairs(vim.diagnostic.get(0)) do
    log(
      ('     %d:%d-%d %s [%s] %s'):format(
        d.lnum + 1,
        d.col,
        d.end_col,
        tostring(code_of(d)),
        tostring(d.source),
        (d.message:gsub('\n', ' / '))
      )
    )
  end
  local doubled = doubled_words()
  check(#doubled == 1, 'one doubled word')
  local place = doubled[1]
  if place then
    check(('the the'):find(text_under(place), 1, true), 'it is after the é and the ship: ' .. text_under(place))
    check(place.source == 'copydesk', 'its source is ' .. tostring(place.source))
    comes('the level of the rule comes from the settings', function()
      return doubled_words()[1] and doubled_words()[1].severity == vim.diagnostic.severity.ERROR
    end)
  end
end

local function questions_are_answered()
  local hover = request('textDocument/hover', { position = position_of('Ferranti', 4) })
  local text = hover and hover.contents and hover.contents.value or 'none'
  check(text:find('Zoé Ferranti', 1, true), 'hover on a short name gives the full one: ' .. text:gsub('\n+', ' / '))

  local symbols = flatten(request('textDocument/documentSymbol', {}) or {}, {})
  check(#symbols > 1, 'document symbols: ' .. #symbols)
  check(table.concat(symbols, '\n'):find('cranes', 1, true), 'a quotation is among them')

  -- Made here, as older versions keep only a part of what the server sent.
  local first = position_of('the the', 2)
  local range = { start = first, ['end'] = { line = 2, character = first.character + #'the the' } }
  local place = doubled_words()[1]
  local sent = { range = range, source = 'copydesk', code = 'doubled-word', message = place and place.message or '' }
  local actions = request('textDocument/codeAction', { range = range, context = { diagnostics = { sent } } })
  local titles = {}
  for _, action in ipairs(actions or {}) do
    table.insert(titles, action.title)
  end
  check(#titles > 0, 'a quick fix is offered: ' .. table.concat(titles, ', '))
end

local function names_lead_on()
  local full = { line = 2, character = position_of('Zoé Ferranti', 2).character }
  local found = request('textDocument/definition', { position = position_of('Ferranti', 4) })
  found = found and (vim.islist or vim.tbl_islist)(found) and found[1] or found
  local start = found and (found.targetSelectionRange or found.range).start
  check(
    start and start.line == full.line and start.character == full.character,
    'a short name leads to the full one: ' .. vim.inspect(start):gsub('%s+', ' ')
  )

  found = request('textDocument/definition', { position = position_of('"The cranes', 4) })
  found = found and (vim.islist or vim.tbl_islist)(found) and found[1] or found
  start = found and (found.targetSelectionRange or found.range).start
  check(
    start and start.line == 4 and start.character == position_of('Ferranti', 4).character,
    'a quotation leads to its speaker'
  )

  local lines = {}
  local context = { includeDeclaration = true }
  for _, place in
    ipairs(request('textDocument/references', { position = position_of('Ferranti', 4), context = context }) or {})
  do
    table.insert(lines, place.range.start.line + 1)
  end
  check(
    table.concat(lines, ' ') == '3 5 7',
    'references, the pronoun among them, in lines ' .. table.concat(lines, ' ')
  )

  local lit = request('textDocument/documentHighlight', { position = position_of('Ferranti', 4) })
  check(lit and #lit == 3, 'highlights: ' .. #(lit or {}))
end

local function a_name_is_changed()
  local edit_of_names = request('textDocument/rename', { position = position_of('Ferranti', 4), newName = 'Ferrante' })
  check(edit_of_names ~= nil, 'a rename is answered')
  if not edit_of_names then
    return
  end
  vim.lsp.util.apply_workspace_edit(edit_of_names, current_client().offset_encoding or 'utf-16')
  check(line_of(2):find('Zoé Ferrante 🚢', 1, true), 'the full name took it: ' .. line_of(2))
  check(line_of(4):find('safe," Ferrante said', 1, true), 'the short one, too: ' .. line_of(4))
  vim.cmd('silent undo')
  check(line_of(4):find('Ferranti said', 1, true), 'and it is undone in one step')
end

local function names_are_offered()
  local last = vim.api.nvim_buf_line_count(0)
  vim.api.nvim_buf_set_lines(0, last, last, false, { '', 'Fe' })
  local offers = request('textDocument/completion', { position = { line = last + 1, character = 2 } })
  local labels = {}
  for _, item in ipairs((offers or {}).items or offers or {}) do
    table.insert(labels, item.label)
  end
  check(vim.tbl_contains(labels, 'Zoé Ferranti'), 'two letters offer ' .. table.concat(labels, ', '))
  vim.cmd('silent undo')
end

local function notes_are_shown()
  if not (vim.lsp.inlay_hint and vim.lsp.inlay_hint.get) then
    return log('     this version shows no inlay hints')
  end
  vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
  local notes
  comes('inlay hints came', function()
    notes = vim.lsp.inlay_hint.get({ bufnr = 0 })
    return #notes > 0
  end)
  local note = notes[1] and notes[1].inlay_hint
  check(
    note and note.label == '[Zoé Ferranti]' and note.position.line == 6,
    'the pronoun is named: ' .. vim.inspect(note):gsub('%s+', ' ')
  )
  vim.lsp.inlay_hint.enable(false, { bufnr = 0 })
end

local function a_restart_starts_another_server()
  -- Neovim 0.7 sends a restarted server no edits where the last one came right before the restart, as no person types.
  vim.wait(1500)
  local before = current_client().id
  vim.cmd('Copydesk restart')
  comes('another server is attached after :Copydesk restart', function()
    local client = current_client()
    return client and client.id ~= before
  end)
  comes('it sees the doubled word', function()
    return #doubled_words() == 1
  end)
end

local function an_edit_is_followed()
  vim.api.nvim_buf_set_lines(0, 2, 3, false, { 'Zoé Ferranti 🚢 opened the harbour.' })
  comes('the finding is gone after an edit', function()
    return #doubled_words() == 0
  end)
  vim.cmd('edit!')
  comes('and back after the file is read again', function()
    return #doubled_words() == 1
  end)
end

local function the_examples_open()
  -- One pattern for each: braces in a pattern need a shell that knows them.
  local examples = vim.fn.glob(os.getenv('EXAMPLES') .. '/*.md', false, true)
  vim.list_extend(examples, vim.fn.glob(os.getenv('EXAMPLES') .. '/*.txt', false, true))
  check(#examples > 0, 'there are examples')
  edit(vim.fn.tempname() .. '.lua')
  local other = vim.api.nvim_get_current_buf()
  for _, example in ipairs(examples) do
    edit(example)
    comes(vim.fn.fnamemodify(example, ':t') .. ' gets the server (' .. vim.bo.filetype .. ')', function()
      return current_client() ~= nil
    end)
    local symbols = flatten(request('textDocument/documentSymbol', {}) or {}, {})
    check(#symbols > 0, 'its symbols: ' .. #symbols .. ', findings so far: ' .. #vim.diagnostic.get(0))
  end
  check(vim.bo[other].filetype == 'lua' and not kit.is_attached(other), 'a Lua file opened before them got no server')
end

local function the_server_stops()
  copydesk.stop()
  comes('the server stopped', function()
    return #copydesk.clients() == 0
  end)
end

kit.run('smoke', {
  a_missing_program_is_told,
  a_draft_is_read,
  questions_are_answered,
  names_lead_on,
  a_name_is_changed,
  names_are_offered,
  notes_are_shown,
  a_restart_starts_another_server,
  an_edit_is_followed,
  the_examples_open,
  the_server_stops,
})
