/** Why a document was not read, in words: what the front ends say. */
import type { DocxError, DocxProblem } from './problem.ts';

const zh: Record<DocxProblem, string> = {
  empty: '文件是空的',
  'old-word': '是旧格式的 Word 或 WPS 文档（.doc、.wps）。请在 Word 或 WPS 中打开，另存为 .docx 后再检查',
  encrypted: '文档已加密。请在 Word 或 WPS 中用密码打开，去掉打开密码，另存为 .docx 后再检查',
  'open-document':
    '是 OpenDocument 文档（.odt）。请在 Word、WPS 或 LibreOffice 中打开，另存为 .docx 后再检查',
  pdf: '是 PDF。请检查它的 Word 原稿；没有原稿的，用 Word 或 WPS 打开 PDF，另存为 .docx 后再检查',
  rtf: '是 RTF 文档。请在 Word 或 WPS 中打开，另存为 .docx 后再检查',
  'web-page': '是网页或 XML，不是 .docx 文档。请在 Word 或 WPS 中打开，另存为 .docx 后再检查',
  'not-zip': '不是 .docx 文档。请在 Word 或 WPS 中打开，另存为 .docx 后再检查',
  'other-office': '是表格或演示文稿，不是 Word 文档',
  'no-document': '压缩包里没有 Word 正文，不是 .docx 文档，或已损坏',
  truncated: '文件不完整（可能没有下载完）。请重新取得文件',
  damaged: '文件已损坏。请在 Word 中用“打开并修复”打开，另存后再检查',
  'zip-encrypted': '压缩包已加密，不能读取',
  'duplicate-part': '文件里有同名的部件，可能已被篡改，未读取',
  'bad-path': '文件里有指向外部的路径，可能有害，未读取',
  outside: '文件的内容指向文件之外，可能有害，未读取',
  malformed: '文件里的 XML 有错误，不能读取。请在 Word 中用“打开并修复”打开，另存后再检查',
  doctype: '文件里的 XML 带有 DOCTYPE（实体定义），可能有害，未读取',
  'too-big': '文件太大',
  'too-many-parts': '文件里的部件太多',
  bomb: '文件解压后大得异常，可能有害，未读取',
  'too-deep': '文件里的 XML 嵌套太深，可能有害，未读取',
  'too-many-elements': '文件里的 XML 元素或属性太多，未读取',
};

const en: Record<DocxProblem, string> = {
  empty: 'the file is empty',
  'old-word': 'an old Word or WPS document (.doc, .wps): open it in Word or WPS and save it as .docx',
  encrypted: 'the document is encrypted: open it with its password, remove the password and save it as .docx',
  'open-document': 'an OpenDocument text (.odt): open it in Word, WPS or LibreOffice and save it as .docx',
  pdf: 'a PDF: check the Word document it was made from, or open it in Word or WPS and save it as .docx',
  rtf: 'an RTF document: open it in Word or WPS and save it as .docx',
  'web-page': 'a web page or XML, not a .docx document: open it in Word or WPS and save it as .docx',
  'not-zip': 'not a .docx document: open it in Word or WPS and save it as .docx',
  'other-office': 'a spreadsheet or presentation, not a Word document',
  'no-document': 'no text of a Word document in it: not a .docx document, or damaged',
  truncated: 'the file is incomplete (an interrupted download?)',
  damaged: 'the file is damaged: open it with Open and Repair in Word and save it again',
  'zip-encrypted': 'the archive is encrypted and cannot be read',
  'duplicate-part': 'two parts have the same name; it may have been tampered with and was not read',
  'bad-path': 'a path in it leads out of it; it may be harmful and was not read',
  outside: 'its content refers to something outside of it; it may be harmful and was not read',
  malformed: 'its XML is not well-formed: open it with Open and Repair in Word and save it again',
  doctype: 'its XML has a DOCTYPE (entities); it may be harmful and was not read',
  'too-big': 'the file is too big',
  'too-many-parts': 'too many parts in the file',
  bomb: 'it would unpack to an abnormal size; it may be harmful and was not read',
  'too-deep': 'its XML is nested too deep; it may be harmful and was not read',
  'too-many-elements': 'too many elements or attributes in its XML; it was not read',
};

/** With the detail in brackets: a part's name, a number. */
export function describeProblem({ problem, detail }: DocxError, language: 'zh' | 'en'): string {
  const words = (language === 'zh' ? zh : en)[problem];
  if (detail === '') return words;
  return language === 'zh' ? `${words}（${detail}）` : `${words} (${detail})`;
}
