/** The mark: a baton. */
export function Logo({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#0e6b68" />
      <g transform="rotate(-45 16 16)">
        <rect x="4" y="12.5" width="24" height="7" rx="3.5" fill="#fff" />
        <rect x="9" y="12.5" width="3" height="7" fill="#0e6b68" />
        <rect x="20" y="12.5" width="3" height="7" fill="#e8a33d" />
      </g>
    </svg>
  );
}
