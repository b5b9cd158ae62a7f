import { useMemo } from 'react';
import type { ReactNode } from 'react';

/**
 * The HTML of one of our own mails as it reads: paragraphs, line breaks and links. Whatever else stands in it is shown
 * as its text alone, so that nothing is loaded and nothing runs.
 */
export function HtmlMail({
  html,
  className,
}: {
  readonly html: string;
  readonly className?: string | undefined;
}) {
  const content = useMemo(() => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return Array.from(body.childNodes, shown);
  }, [html]);
  return <div className={className}>{content}</div>;
}

function shown(node: ChildNode, key: number): ReactNode {
  if (!(node instanceof Element)) return node.textContent;
  const inside = Array.from(node.childNodes, shown);
  const href = node.getAttribute('href') ?? '';
  switch (node.tagName) {
    case 'P':
      return <p key={key}>{inside}</p>;
    case 'BR':
      return <br key={key} />;
    case 'A':
      return /^https?:\/\//.test(href) ? (
        <a key={key} href={href} target="_blank" rel="noreferrer">
          {inside}
        </a>
      ) : (
        node.textContent
      );
    default:
      return node.textContent;
  }
}
