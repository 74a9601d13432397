// A story at a glance as a file to keep: one HTML file that needs nothing else and runs nothing.
import { escaped } from './html';

/** The page with its style inside. It takes the colors of the reader's system. */
export function storyFile(title: string, body: string, style: string): string {
  // In a file there is nothing to go to.
  const still = body.replace(/<button [^>]*>/g, '<span>').replaceAll('</button>', '</span>');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; }
${style}</style>
</head>
<body class="file">
<main>
${still}
</main>
</body>
</html>
`;
}
