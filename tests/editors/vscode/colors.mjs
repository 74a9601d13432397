// Colors as a browser computes them, and whether they can be told apart: the contrast of WCAG 2, and whether one is an alarming red.

/** [red, green, blue, alpha], each from 0 to 1, of “rgb(9, 9, 9)”, “rgba(9, 9, 9, 0.5)” or “color(srgb 0.1 0.1 0.1 / 0.5)”. */
function channels(color) {
  const numbers = (color.match(/[\d.]+/g) ?? []).map(Number);
  if (!/^(rgba?|color)\(/.test(color) || numbers.length < 3) throw new Error(`no color: ${color}`);
  const most = color.startsWith('rgb') ? 255 : 1;
  const [red, green, blue] = numbers.map((number) => number / most);
  return [red, green, blue, numbers[3] ?? 1];
}

function luminance(parts) {
  const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of a color, as it is seen on a ground that nothing shines through: from 1 to 21. */
export function contrast(color, ground) {
  const below = channels(ground).slice(0, 3);
  const [red, green, blue, alpha] = channels(color);
  const seen = [red, green, blue].map((part, index) => part * alpha + below[index] * (1 - alpha));
  const [light, dark] = [luminance(seen), luminance(below)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Whether a color is one that editors mark errors with: red, and not too pale. */
export function isAlarming(color) {
  const [red, green, blue] = channels(color);
  return red > 0.5 && red - Math.max(green, blue) > 0.3;
}
