/** Colours have a contrast of at least 4.5:1 in both schemes (WCAG 2.2, 1.4.3). */
export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
code { font: 0.9em ui-monospace, monospace; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: 0.5rem; }
summary { cursor: pointer; padding: 0.25rem 0; }
.finding, .change { border-inline-start: 0.25rem solid; padding-inline-start: 0.75rem; margin: 0.75rem 0; }
.blocked, .destroy, .replace, .unfamiliar { border-color: #c62828; }
.attention, .update, .forget { border-color: #b26a00; }
.ok, .overridden, .create { border-color: #2e7d32; }
.none, .read { border-color: #757575; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 0.5rem; border: 1px solid #757575; }
[hidden] { display: none; }
`;
