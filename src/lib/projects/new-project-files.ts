import type { Language } from '#lib/domain/language.ts';
import type { Files } from '#sandbox/contract.ts';
import { PAGE_FILE, PROGRAM_FILE, type ProjectKind } from '#lib/domain/project.ts';
import type { TemplateLibrary } from '#lib/domain/ready-made.ts';
import { makeLibraryProjectFiles } from './library-project-files.ts';

const SKETCH_PROGRAMS: Record<Language, string> = {
	fr: `// Une fois, au début.
function setup() {
	noStroke();
	describe('Un rond orange grandit et rétrécit.');
}

// Soixante fois par seconde.
function draw() {
	background('#faf6ee');
	fill('#f26b21');
	const size = 140 + 40 * sin(frameCount / 30);
	circle(width / 2, height / 2, size);
}
`,
	en: `// Once, at the beginning.
function setup() {
	noStroke();
	describe('An orange disc grows and shrinks.');
}

// Sixty times a second.
function draw() {
	background('#faf6ee');
	fill('#f26b21');
	const size = 140 + 40 * sin(frameCount / 30);
	circle(width / 2, height / 2, size);
}
`
};

const PAGE_DOCUMENTS: Record<Language, string> = {
	fr: formatPageHtml(
		'fr',
		'Ma page',
		`<p>Tu as cliqué <strong id="count">0</strong> fois.</p>
		<button id="more" type="button">Encore</button>`
	),
	en: formatPageHtml(
		'en',
		'My page',
		`<p>You clicked <strong id="count">0</strong> times.</p>
		<button id="more" type="button">Again</button>`
	)
};

const STYLE_TEXT = `body {
	margin: 2rem;
	font-family: system-ui, sans-serif;
	color: #1d1b19;
	background: #faf6ee;
}

button {
	padding: 0.6rem 1.2rem;
	border: 0;
	border-radius: 8px;
	font: inherit;
	font-weight: bold;
	background: #f26b21;
}
`;

const PAGE_PROGRAMS: Record<Language, string> = {
	fr: formatPageProgram(
		'Ce que le programme change dans la page, retrouvé par son id.',
		'localStorage garde un texte d’une fois à l’autre.',
		'À chaque clic.'
	),
	en: formatPageProgram(
		'What the program changes in the page, found by its id.',
		'localStorage keeps a text from one time to the next.',
		'At each click.'
	)
};

function formatPageProgram(findComment: string, keepComment: string, clickComment: string): string {
	return `// ${findComment}
const more = document.querySelector('#more');
const count = document.querySelector('#count');

// ${keepComment}
let clicks = Number(localStorage.getItem('clicks') ?? 0);

function show() {
	if (count) count.textContent = String(clicks);
}

show();

// ${clickComment}
more?.addEventListener('click', () => {
	clicks = clicks + 1;
	localStorage.setItem('clicks', String(clicks));
	show();
});
`;
}

function formatPageHtml(language: Language, title: string, body: string): string {
	return `<!doctype html>
<html lang="${language}">
	<head>
		<meta charset="utf-8" />
		<title>${title}</title>
		<link rel="stylesheet" href="style.css" />
	</head>
	<body>
		<h1>${title}</h1>
		${body}
	</body>
</html>
`;
}

export type NewProjectKind = ProjectKind | TemplateLibrary;

export function makeNewProjectFiles(kind: NewProjectKind, language: Language): Files {
	if (kind === 'sketch') return { [PROGRAM_FILE]: SKETCH_PROGRAMS[language] };
	if (kind === 'page')
		return { [PAGE_FILE]: PAGE_DOCUMENTS[language], 'style.css': STYLE_TEXT, [PROGRAM_FILE]: PAGE_PROGRAMS[language] };
	return makeLibraryProjectFiles(kind, language);
}
