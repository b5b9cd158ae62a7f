/** Hands a file to the user, as the browser or the window saves downloads. */
export function saveFile(name: string, parts: BlobPart[], type: string): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has taken the data by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
