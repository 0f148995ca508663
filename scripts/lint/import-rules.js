/** The import rules of docs/decisions/001-rooms.md, as a lint rule. */
import { dirname, relative, resolve, sep } from 'node:path';

const COMPILED_MESSAGES_FOLDER = 'src/lib/paraglide';
/** Files of the sandbox that the whole app may import: types, and functions that read a report or what a program keeps. */
const SHARED_SANDBOX_FILES = ['sandbox/contract.ts', 'sandbox/report.ts', 'sandbox/stored-items.ts'];
const BROWSER_VALUES_FILE = 'src/lib/browser-values.ts';
const LOCALIZE_HREF_FILE = 'src/lib/localize-href.ts';
const FOUNDATION_PATHS = [
	'src/lib/domain',
	'src/lib/wire',
	BROWSER_VALUES_FILE,
	LOCALIZE_HREF_FILE,
	...SHARED_SANDBOX_FILES,
	COMPILED_MESSAGES_FOLDER
];

const SERVER_IMPORTABLE_PATHS = [
	...FOUNDATION_PATHS,
	...['environment', 'judge', 'concurrency-limiter'].map((name) => `src/lib/server/${name}.ts`),
	// Importing a challenge compiles its start, with the compiler for Node.
	...['sandbox/judge/index.ts', 'sandbox/judge/hash.ts', 'sandbox/compile/node/index.ts', 'sandbox/kit-file.ts']
];
/** From low to high. Each may import those before it in this list. */
const SERVER_ROOMS =
	`log db access rate-limit background mail shell http content board work pairs auth classes wall contributions studio assignments submissions
	reviews export personal-data debates realtime`
		.split(/\s+/)
		.map((name) => `src/lib/server/${name}`);
const SERVER_TEST_PATTERN = /^(src\/lib\/server)\/.*(\.test|\/testing.*)\.ts$/;

/** Tests of the programs that the app offers compile these programs. */
const PROGRAM_TEST_PATTERN = /^src\/lib\/(projects|workbench)\/.*\.test\.ts$/;
const COMPILER_FILES = ['sandbox/compile/node/index.ts', 'sandbox/compile/player-functions.ts', 'sandbox/kit-file.ts'];

const BROWSER_ROOM_IMPORT_NAMES = {
	ui: '',
	steps: '',
	editor: 'explanations',
	storage: '',
	// Files that are taken home escape texts in one way, and a folder made elsewhere may bring copies of libraries.
	projects: 'editor storage ui sandbox/libraries sandbox/take-home/script.ts',
	offline: 'storage ui',
	'classroom/assignment': 'classroom/roster storage ui',
	// Account pages only remove running programs while a secret is typed, and know nothing else of programs.
	account: 'storage projects ui sandbox/run/withdrawal.ts',
	// On this page strangers tell a problem, so it knows nothing of a class, an account or a program.
	contribution: 'ui',
	'classroom/pairs': 'account storage ui',
	'classroom/events': '',
	'classroom/board': 'classroom/events classroom/roster ui',
	// A teacher sees the summary as the teller will, and the class the answer.
	'classroom/debate': 'classroom/events contribution storage ui',
	workbench: 'explanations steps editor storage classroom/pairs projects ui sandbox/index.ts sandbox/libraries',
	// This room shows the teller of a problem a version of its challenge, which they play and answer.
	demo: 'ui workbench sandbox/index.ts',
	studio: 'editor projects demo steps storage ui workbench sandbox/index.ts',
	'classroom/student': 'classroom/assignment classroom/board classroom/events storage ui workbench',
	'classroom/export': 'classroom/roster projects ui',
	'classroom/review': 'editor classroom/events classroom/roster steps ui workbench sandbox/index.ts',
	'classroom/wall': 'classroom/roster editor projects ui workbench sandbox/index.ts sandbox/libraries'
};
/** @param {string} names */
const listBrowserRoomImports = (names) => [
	...FOUNDATION_PATHS,
	...(names.match(/\S+/g) ?? []).map((name) => (name.startsWith('sandbox/') ? name : `src/lib/${name}`))
];

/**
 * What each room may import besides itself. A file's room is the longest of these paths that it begins with.
 * @type {Record<string, string[]>}
 */
const IMPORTABLE_PATHS_BY_ROOM = {
	sandbox: ['sandbox/kit', 'sandbox/libraries'],
	'sandbox/libraries': [],
	// The kit runs wherever a program runs, and may know only `braise/draw`.
	'sandbox/kit': [],
	challenges: [],
	[COMPILED_MESSAGES_FOLDER]: [],
	[BROWSER_VALUES_FILE]: [],
	[LOCALIZE_HREF_FILE]: [COMPILED_MESSAGES_FOLDER],
	'src/lib/domain': SHARED_SANDBOX_FILES,
	'src/lib/wire': ['src/lib/domain', ...SHARED_SANDBOX_FILES],
	'src/lib/explanations': [],
	// This room holds real names, which must not be sent, so it may import nothing that could send them.
	'src/lib/classroom/roster': ['src/lib/domain', COMPILED_MESSAGES_FOLDER, 'src/lib/ui'],
	...Object.fromEntries(
		Object.entries(BROWSER_ROOM_IMPORT_NAMES).map(([room, names]) => [`src/lib/${room}`, listBrowserRoomImports(names)])
	),
	'src/lib/server': [...SERVER_IMPORTABLE_PATHS, 'src/lib/server'],
	...Object.fromEntries(
		SERVER_ROOMS.map((room, at) => [room, [...SERVER_IMPORTABLE_PATHS, ...SERVER_ROOMS.slice(0, at)]])
	),
	src: ['src/lib', 'sandbox/libraries', ...SHARED_SANDBOX_FILES],
	scripts: ['src/lib/domain', 'src/lib/server', 'sandbox'],
	tests: ['src', 'sandbox', 'scripts', 'challenges']
};

/** @param {string} path @param {string} place */
const isPathWithin = (path, place) => path === place || path.startsWith(`${place}/`);

/** @param {string} path */
function roomOf(path) {
	return Object.keys(IMPORTABLE_PATHS_BY_ROOM)
		.filter((room) => isPathWithin(path, room))
		.sort((a, b) => b.length - a.length)[0];
}

/** Returns the repository path that an import means, or undefined for a package. @param {string} specifier @param {string} from */
export function resolveImportPath(specifier, from) {
	const bare = specifier.replace(/\?.*$/, '');
	if (bare.startsWith('#lib/')) return `src/lib/${bare.slice('#lib/'.length)}`;
	if (bare.startsWith('#sandbox/')) return `sandbox/${bare.slice('#sandbox/'.length)}`;
	if (!bare.startsWith('.')) return undefined;
	const path = resolve('/', dirname(from), bare).slice(1).replaceAll(sep, '/');
	// The file is part of a package that does not export it.
	return path.startsWith('node_modules/') ? undefined : path;
}

/** @type {import('eslint').Rule.RuleModule} */
export const importRules = {
	meta: {
		type: 'problem',
		schema: [],
		messages: { forbidden: '{{room}} must not import {{target}}.', alias: 'Write #lib/… instead of $lib/….' }
	},
	create(context) {
		const from = relative(context.cwd, context.filename).replaceAll(sep, '/');
		const room = roomOf(from.replace(SERVER_TEST_PATTERN, '$1'));
		const others = room === undefined ? undefined : IMPORTABLE_PATHS_BY_ROOM[room];
		if (room === undefined || others === undefined) return {};
		const may = PROGRAM_TEST_PATTERN.test(from) ? [...others, ...COMPILER_FILES] : others;

		/** @param {import('estree').Node} node @param {unknown} specifier */
		function checkImport(node, specifier) {
			if (typeof specifier !== 'string') return;
			if (specifier.startsWith('$lib')) context.report({ node, messageId: 'alias' });
			const target = resolveImportPath(specifier, from);
			if (target === undefined || roomOf(target) === room) return;
			if (may.some((place) => isPathWithin(target, place))) return;
			context.report({ node, messageId: 'forbidden', data: { room, target } });
		}
		return {
			ImportDeclaration: (node) => checkImport(node, node.source.value),
			ExportNamedDeclaration: (node) => checkImport(node, node.source?.value),
			ExportAllDeclaration: (node) => checkImport(node, node.source.value),
			ImportExpression: (node) => checkImport(node, node.source.type === 'Literal' ? node.source.value : undefined),
			/** @param {import('estree').Node & { source?: { value?: unknown } }} node */
			TSImportType: (node) => checkImport(node, node.source?.value)
		};
	}
};
