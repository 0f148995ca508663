import tokens from '#lib/ui/tokens.css?raw';
import { CODE_PALETTES, type TokenKind } from '#lib/editor/palette.ts';

const { light, dark } = CODE_PALETTES;
const codeColourRules = (Object.keys(light.tokens) as TokenKind[])
	.map((kind) => `.${kind} { color: light-dark(${light.tokens[kind]}, ${dark.tokens[kind]}); }`)
	.join('\n');

const LAYOUT_STYLE = `
*, *::before, *::after { box-sizing: border-box; }
html { background: var(--ground); color: var(--text); font-family: 'Atkinson Hyperlegible Next', 'Atkinson Hyperlegible', system-ui, sans-serif; line-height: 1.5; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3, h4, p, figure, blockquote, pre, ol, ul { margin: 0; }
h1, h2, h3, h4 { line-height: 1.15; text-wrap: balance; }
p, blockquote { text-wrap: pretty; }
.column { max-width: 64rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1rem, 5vw, 3rem); display: grid; grid-template-columns: minmax(0, 1fr); gap: clamp(2.5rem, 6vw, 4rem); }
main { display: grid; grid-template-columns: minmax(0, 1fr); gap: clamp(2rem, 5vw, 3rem); }
header { display: grid; gap: 0.5rem; justify-items: start; }
.mark { display: flex; align-items: center; gap: 0.6rem; color: var(--ember-text); font-weight: 700; }
.mark svg { width: 2rem; height: 2rem; overflow: visible; }
h1 { margin-top: 0.6rem; font-size: clamp(2.4rem, 7vw, 4rem); font-weight: 800; letter-spacing: -0.03em; }
h1::after { content: ''; display: block; width: 4.5rem; height: 5px; margin-top: 1.1rem; border-radius: 3px; background: var(--ember); }
.quiet { color: var(--text-quiet); }
nav h2 { font-size: 1rem; }
nav ol { margin-top: 0.5rem; padding-inline-start: 1.4rem; columns: 18rem; column-gap: 2.5rem; }
nav li { padding-inline-start: 0.2rem; break-inside: avoid; }
nav li::marker { color: var(--ember-text); font-weight: 700; }
a { color: inherit; text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
article { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; padding-top: clamp(2rem, 5vw, 3rem); border-top: 1px solid var(--line); }
.face { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; align-items: start; }
figure img, figure svg { display: block; width: 100%; height: auto; max-height: 26rem; border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--raised); object-fit: contain; }
.words { display: grid; gap: 0.4rem; }
.kind { color: var(--ember-text); font-weight: 700; font-size: 0.95rem; }
h2 { font-size: clamp(1.5rem, 4vw, 2rem); letter-spacing: -0.02em; }
.label { font-size: 0.95rem; font-weight: 600; color: var(--text-quiet); }
.sentence { margin-top: 0.9rem; padding-inline-start: 1rem; border-inline-start: 4px solid var(--ember); }
.sentence blockquote { font-size: 1.25rem; line-height: 1.4; }
.decision { display: grid; gap: 0.5rem; padding: 1.1rem 1.3rem 1.3rem; border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); }
h3 { font-size: 1.1rem; }
.option { font-weight: 700; font-size: 1.1rem; }
.decision blockquote { white-space: pre-line; }
details { border: 1px solid var(--line); border-radius: var(--radius-large); background: var(--surface); }
summary { padding: 0.7rem 1.3rem; font-weight: 600; cursor: pointer; }
details[open] > summary { border-bottom: 1px solid var(--line); }
summary span { color: var(--text-quiet); font-weight: 400; }
details h3 { padding: 1rem 1.3rem 0; font-size: 0.95rem; }
pre { padding: 0.7rem 1.3rem 1.1rem; white-space: pre-wrap; tab-size: 2; font: 0.9rem/1.55 'Atkinson Hyperlegible Mono', ui-monospace, monospace; }
.credits { font-size: 0.9rem; color: var(--text-quiet); }
footer { padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 0.95rem; }
@media (min-width: 46rem) {
	.face { grid-template-columns: minmax(0, 11fr) minmax(0, 12fr); gap: 2rem; }
}
@page { size: A4; margin: 16mm 15mm; }
@media print {
	:root { color-scheme: light; }
	html { background: white; font-size: 10.5pt; }
	.column { max-width: none; padding: 0; gap: 9mm; }
	.face { grid-template-columns: minmax(0, 11fr) minmax(0, 12fr); gap: 7mm; }
	main { gap: 8mm; }
	article { padding-top: 8mm; gap: 5mm; }
	.face, .decision, .mark, figure { break-inside: avoid; }
	h2, h3, summary { break-after: avoid; }
	.decision, details { background: white; }
	details:not([open]), nav { display: none; }
}`;

export const makePortfolioFileStyle = (): string =>
	`${tokens.replace(/\/\*[\s\S]*?\*\//g, '').trim()}${LAYOUT_STYLE}\n${codeColourRules}`;
