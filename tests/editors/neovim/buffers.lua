-- Which buffers get the server: drafts with a name, under each name that they get, and the newsroom's files, whose changes
-- on disk are noticed.
local kit = dofile(os.getenv('TESTS') .. '/kit.lua')
local check, comes = kit.check, kit.comes
local copydesk = require('copydesk')

local DOUBLED = 'The the ferry left.\n'

local function is_found()
  return #kit.found('doubled-word') == 1
end

--- The address that the server knows the current buffer by.
local function known_as()
  local sources = kit.request('copydesk/sources', {})
  return sources and sources.uri
end

local function a_buffer_is_read_once_it_has_a_name()
  local folder = kit.folder({ ['first.md'] = DOUBLED })
  kit.open_draft(folder .. '/first.md')
  vim.cmd('enew')
  vim.bo.filetype = 'markdown'
  local bufnr = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'The the ferry left.' })
  -- A draft that is opened after it is read: had the other one been taken, it would have been by then.
  kit.write(folder .. '/second.md', DOUBLED)
  kit.open_draft(folder .. '/second.md')
  check(not kit.is_attached(bufnr), 'a buffer without a name is left alone')
  vim.cmd('buffer ' .. bufnr)
  vim.cmd('silent write ' .. vim.fn.fnameescape(folder .. '/third.md'))
  comes('it is read once it is saved under a name', is_found)
end

local function another_name_is_followed()
  local folder = kit.folder({ ['old.md'] = DOUBLED })
  kit.open_draft(folder .. '/old.md')
  comes('the draft is read', is_found)
  vim.cmd('silent saveas ' .. vim.fn.fnameescape(folder .. '/new.md'))
  kit.wait(function()
    return kit.client() ~= nil
  end)
  check(known_as() == vim.uri_from_fname(folder .. '/new.md'), 'after :saveas the server knows the new name')
  comes('and reads it', is_found)
  vim.cmd('silent file ' .. vim.fn.fnameescape(folder .. '/last.md'))
  vim.api.nvim_buf_set_lines(0, 0, 1, false, { 'The ferry left, it it said.' })
  kit.wait(function()
    return kit.client() ~= nil
  end)
  check(known_as() == vim.uri_from_fname(folder .. '/last.md'), 'after :file, too')
  comes('and it follows the edits there', function()
    return is_found() and kit.found('doubled-word')[1].col > 10
  end)
end

local function one_server_reads_all()
  local count = #vim.tbl_filter(function(client)
    return client.config.root_dir == nil
  end, copydesk.clients())
  check(count == 1, 'drafts in no project share a server: ' .. count)
end

local function formats_are_told_apart()
  local folder = kit.folder({
    ['story.html'] = '<p>The the ferry left.</p>\n<script>var the the = 1;</script>\n',
    ['story.aml'] = 'headline: Quiet\n[+text]\nThe the ferry left.\n:skip\nIt it is.\n:endskip\n[]\n',
  })
  kit.open_draft(folder .. '/story.html')
  comes('HTML is read as HTML', is_found)
  kit.open_draft(folder .. '/story.aml')
  check(vim.bo.filetype == 'archieml', 'ArchieML has its file type: ' .. vim.bo.filetype)
  comes('and is read as ArchieML', is_found)
end

--- What is prose with code in it: the code is not read.
local function other_kinds_of_markdown_are_read()
  local text = '---\ntitle: Quiet\n---\n\nThe the ferry left.\n\n```{r}\nx <- "so so"\n```\n'
  local folder = kit.folder({
    ['story.qmd'] = text,
    ['story.Rmd'] = text,
    ['story.mdx'] = text,
    ['story.pandoc'] = text,
    ['story.typ'] = DOUBLED,
  })
  for name, filetype in pairs({ ['story.qmd'] = 'quarto', ['story.Rmd'] = 'rmd', ['story.mdx'] = 'mdx' }) do
    kit.open_draft(folder .. '/' .. name)
    check(vim.bo.filetype == filetype, name .. ' has its file type: ' .. vim.bo.filetype)
    comes('and is read as Markdown', is_found)
  end
  kit.edit(folder .. '/story.pandoc')
  vim.bo.filetype = 'pandoc'
  comes('Pandoc, whose file type comes from a plugin, is read as Markdown', is_found)
  kit.edit(folder .. '/story.typ')
  vim.bo.filetype = 'typst'
  check(not kit.is_attached(vim.api.nvim_get_current_buf()), 'Typst, which the server does not know, is left alone')
end

local function other_files_are_left_alone()
  local folder = kit.folder({
    ['other.toml'] = 'a = 1\n',
    ['copydesk.toml'] = 'profil = "ap"\n',
    ['story.md'] = DOUBLED,
    ['quiet.md'] = DOUBLED,
  })
  kit.edit(folder .. '/other.toml')
  local other = vim.api.nvim_get_current_buf()
  vim.cmd('enew')
  vim.bo.buftype = 'nofile'
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { 'The the ferry left.' })
  vim.bo.filetype = 'markdown'
  local scratch = vim.api.nvim_get_current_buf()
  kit.open_draft(folder .. '/copydesk.toml')
  comes('an unknown key of copydesk.toml is marked', function()
    return #vim.diagnostic.get(0) == 1
  end)
  check(not kit.is_attached(other), 'another TOML file gets no server')
  check(not kit.is_attached(scratch), 'a scratch buffer gets none')
end

local function changes_on_disk_are_noticed()
  local folder = kit.folder({ ['copydesk.toml'] = '', ['desk/story.md'] = nil })
  vim.fn.mkdir(folder .. '/desk')
  kit.write(folder .. '/desk/story.md', DOUBLED)
  kit.open_draft(folder .. '/desk/story.md')
  comes('the draft has a finding', is_found)
  kit.write(folder .. '/copydesk.toml', '[rules]\ndoubled-word = "off"\n')
  comes('a rule that is turned off on disk is off', function()
    return #kit.found('doubled-word') == 0
  end)
  kit.write(folder .. '/desk/copydesk.toml', '[rules]\ndoubled-word = "error"\n')
  comes('a nearer configuration that is new counts', function()
    return is_found() and kit.found('doubled-word')[1].severity == vim.diagnostic.severity.ERROR
  end)
end

copydesk.setup({ cmd = os.getenv('SERVER') })
kit.run('buffers', {
  a_buffer_is_read_once_it_has_a_name,
  another_name_is_followed,
  one_server_reads_all,
  formats_are_told_apart,
  other_kinds_of_markdown_are_read,
  other_files_are_left_alone,
  changes_on_disk_are_noticed,
})
