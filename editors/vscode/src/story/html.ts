// HTML made of parts that are escaped where they are made, so that nothing a draft says can be markup.

/** A finished piece of HTML. */
export class Html {
  constructor(private readonly source: string) {}

  toString(): string {
    return this.source;
  }
}

export type Attributes = Record<string, string>;

export function text(words: string): Html {
  return new Html(escaped(words));
}

export function element(name: string, attributes: Attributes, children: Html[] = []): Html {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  return new Html(`<${name}${written}>${children.join('')}</${name}>`);
}

/** Escapes what has a meaning in text and in attributes. */
export function escaped(words: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return words.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
