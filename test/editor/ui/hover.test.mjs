import { useEditor } from './support.mjs';

describe('A person who asks what is wrong', () => {
  const editor = useEditor({ files: { '讲话稿.txt': '×书记讲了话。\n' }, open: '讲话稿.txt' });

  it('reads it in the hover, and comes from there to the rule’s page inside the editor', async () => {
    const { page } = editor;
    const squiggle = await page.locator('.editor-instance .squiggly-error').first().boundingBox();
    if (!squiggle) throw new Error('there is no squiggle');
    await page.mouse.move(squiggle.x + squiggle.width / 2, squiggle.y + squiggle.height / 2, { steps: 3 });
    await page.locator('.monaco-hover:visible', { hasText: '未填写' }).first().waitFor();
    await page.locator('.monaco-hover a:visible', { hasText: 'placeholder/unfilled' }).first().click();
    await page.locator('.tab', { hasText: 'unfilled.md' }).first().waitFor();
  });
});
