// What is wrong with the page as it stands, one sentence each: what leaves the screen, what lies on what, what nobody translated.
() => {
  const wrong = [];
  const named = (element) => `${element.tagName.toLowerCase()}${element.className?.baseVal === undefined && element.className ? `.${element.className}` : ''}`;
  const room = document.documentElement.scrollWidth - innerWidth;
  if (room > 0) wrong.push(`the page is ${room} px too wide`);

  // The desk is as high as the screen: its page scrolls, the window never does.
  const below = document.documentElement.scrollHeight - innerHeight;
  if (below > 0 && document.querySelector('.desk')) wrong.push(`the window scrolls ${below} px beside the page`);

  const keys = /\b(?:common|admin|centre|handoverPage|outbox|health|notices|escalation|alerts|supply|organisation|reporting|refusals|timeline|time)\.[a-zA-Z][\w.]*/g;
  const said = [document.title, document.body.innerText, ...[...document.querySelectorAll('[aria-label],[title],[placeholder]')].flatMap((e) => ['aria-label', 'title', 'placeholder'].map((name) => e.getAttribute(name) ?? ''))];
  for (const key of new Set(said.flatMap((text) => text.match(keys) ?? []))) wrong.push(`untranslated: ${key}`);
  if (said.some((text) => text.includes('{{'))) wrong.push('a placeholder was not filled');

  // Gloves on the phone, a tablet at the desk: what is pressed is large enough; inside cards and tables a little less.
  for (const target of document.querySelectorAll('.phone :is(a, button, input, select, textarea), .desk :is(a, button, input, select, textarea)')) {
    const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
    if (width === 0 || target.closest('dialog:not([open])')) continue;
    const least = target.closest('.phone') ? 64 : target.matches('.card *, .panel *') ? 36 : 44;
    if (height < least - 0.5) wrong.push(`${named(target)} is ${Math.round(height)} px high, not ${least}`);
  }

  // Every line of text that can be seen, as the box it takes, a little smaller: letters do not fill their line.
  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest('.sr, option, dialog:not([open]), .halo, script, style')) continue;
    if (document.querySelector('dialog[open]') && !element.closest('dialog')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const slack = (bottom - top) * 0.2;
      const line = { element, text: node.textContent.trim().slice(0, 40), left: left + 1, right: Math.min(right, edge(element)) - 1, top: top + slack, bottom: bottom - slack };
      const [x, y] = [(line.left + line.right) / 2, (line.top + line.bottom) / 2];
      if (line.right <= line.left || x < 0 || y < 0 || x > innerWidth || y > innerHeight) continue;
      const over = document.elementFromPoint(x, y);
      // What a bar covers, or a list scrolled away, is not seen.
      if (!over || !(over === element || over.contains(element) || element.contains(over))) continue;
      lines.push(line);
      if (line.right > innerWidth + 1 && !clipped(element)) wrong.push(`cut at the edge: ${line.text}`);
    }
  }
  for (const [index, one] of lines.entries())
    for (const other of lines.slice(index + 1))
      if (one.element !== other.element && one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
        wrong.push(`“${one.text}” (${named(one.element)}) lies on “${other.text}” (${named(other.element)})`);
  return [...new Set(wrong)].slice(0, 12);

  // Where a list, or a name that is cut with "…", ends.
  function edge(element) {
    let right = Number.POSITIVE_INFINITY;
    for (let each = element; each && each !== document.documentElement; each = each.parentElement)
      if (getComputedStyle(each).overflowX !== 'visible') right = Math.min(right, each.getBoundingClientRect().right);
    return right;
  }

  function clipped(element) {
    for (let each = element; each; each = each.parentElement) if (getComputedStyle(each).overflowX !== 'visible') return true;
    return false;
  }
}
