/**
 * Runs in the page, so it is text: the visible texts whose contrast to what lies behind them is under 4.5 to 1
 * (WCAG 2.2, success criterion 1.4.3; relative luminance as defined there).
 */
export const weakTexts = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const channels = (color) => {
    if (!known.has(color)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(color, [r, g, b, a / 255]);
    }
    return known.get(color);
  };
  const over = (top, under, alpha = top[3]) => [0, 1, 2].map((at) => top[at] * alpha + under[at] * (1 - alpha));
  const light = (color) => {
    const [r, g, b] = color.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const weak = new Set();
  let checked = 0;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const element = text.parentElement;
    if (text.textContent.trim() === '' || !element.checkVisibility()) continue;
    checked++;
    const chain = [];
    for (let each = element; each; each = each.parentElement) chain.unshift(each);
    let behind = [255, 255, 255];
    let opacity = 1;
    for (const each of chain) {
      const style = getComputedStyle(each);
      behind = over(channels(style.backgroundColor), behind);
      opacity *= Number(style.opacity);
    }
    const color = channels(getComputedStyle(element).color);
    const a = light(over(color, behind, color[3] * opacity)), b = light(behind);
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) weak.add(element.localName + '.' + element.className + ': ' + ratio.toFixed(2));
  }
  return { checked, weak: [...weak] };
})()`;
