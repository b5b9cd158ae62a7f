/** Text of `format=flowed` (RFC 3676) with its paragraphs in one line each; quotations keep their lines. */
export function unflowed(text: string, deletesSpace: boolean): string {
  const lines: string[] = [];
  let open = false;
  for (const raw of text.split('\n')) {
    const isQuoted = raw.startsWith('>');
    // A space at the start protects lines that begin with "From " or ">".
    const line = !isQuoted && raw.startsWith(' ') ? raw.slice(1) : raw;
    const isSignature = line === '-- ';
    if (open && !isQuoted && !isSignature && line !== '') lines.push((lines.pop() ?? '') + line);
    else lines.push(line);
    open = !isQuoted && !isSignature && line.endsWith(' ') && line.trim() !== '';
    if (open && deletesSpace) lines.push((lines.pop() ?? '').slice(0, -1));
  }
  return lines.map((line) => (line === '-- ' ? line : line.trimEnd())).join('\n');
}
