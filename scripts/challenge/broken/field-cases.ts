import type { BrokenFolderCase, BreakableFolder } from './author-folder.ts';
import { FOLDER_BYTE_LIMITS } from '#lib/domain/challenge-folder.ts';

const appendToManifest = (lines: string) => (folder: BreakableFolder) => folder.append('challenge.yaml', `${lines}\n`);
const replaceInManifest = (before: string, after: string) => (folder: BreakableFolder) =>
	folder.replace('challenge.yaml', before, after);

const ALIAS_BOMB_LINES = [
	'bomb: &a0 [x, x]',
	...Array.from({ length: 9 }, (_, at) => `bomb${at}: &a${at + 1} [${`*a${at}, `.repeat(9)}]`)
];

export const BROKEN_YAML_CASES: BrokenFolderCase[] = [
	{
		name: 'aliases that unfold to more than memory holds',
		break: appendToManifest(ALIAS_BOMB_LINES.join('\n')),
		expectedLines: ['challenge.yaml:77: an alias cannot be used here: write out what "*a0" stands for'],
		hasOtherLines: true
	},
	{
		name: 'an alias that contains itself',
		break: replaceInManifest('args: [20]', 'args: &again [*again]'),
		expectedLines: ['challenge.yaml:38: an alias cannot be used here: write out what "*again" stands for']
	},
	{
		name: 'lists that are nested ten thousand times',
		break: replaceInManifest('args: [20]', `args: ${'['.repeat(10_000)}${']'.repeat(10_000)}`),
		expectedLines: [/^challenge\.yaml:(?:1|38): lists are nested too deeply to be read: use fewer levels$/]
	},
	{
		name: 'a challenge.yaml of more than anybody writes',
		break: appendToManifest(`# ${'x'.repeat(FOLDER_BYTE_LIMITS.document)}`),
		expectedLines: [/^challenge\.yaml:1: has 10\d{4} bytes; at most 100000$/]
	},
	{
		name: 'thousands of fields that nobody knows',
		break: appendToManifest(Array.from({ length: 5000 }, (_, at) => `x${at}: 1`).join('\n')),
		expectedLines: ['challenge.yaml:76: x0: is not known here']
	},
	{
		name: 'a field that stands twice',
		break: appendToManifest('minutes: 40'),
		expectedLines: ['challenge.yaml:76: Map keys must be unique']
	},
	{
		name: 'two documents in one file',
		break: appendToManifest('---\nid: other'),
		expectedLines: [/^challenge\.yaml:\d+: Source contains multiple documents/],
		hasOtherLines: true
	},
	{
		name: 'wrong types',
		break(folder) {
			folder.replace('challenge.yaml', 'minutes: 30', 'minutes: soon');
			folder.replace('challenge.yaml', 'languages: [fr, en]', 'languages: fr');
			folder.replace('challenge.yaml', 'place: Valcendre', 'place: 59');
			folder.replace('challenge.yaml', 'options: [booked, usual]', 'options:');
		},
		expectedLines: [
			'challenge.yaml:11: minutes: write a number, not "soon"',
			'challenge.yaml:13: place: write a text (in quotes where it looks like a number), not 59',
			'challenge.yaml:22: languages: write a list, not "fr"',
			'challenge.yaml:51: decision.options: is empty: write a list'
		]
	},
	{
		name: 'ten thousand mutants',
		break: (folder) => folder.write('private/mutants.yaml', '- {a: 1}\n'.repeat(10_000)),
		expectedLines: [/^private\/mutants\.yaml:1: there are \d+ more problems: mend these first$/],
		hasOtherLines: true
	},
	{
		name: 'a value that a terminal obeys',
		break: replaceInManifest('trade: food', 'trade: "\\e[2J"'),
		expectedLines: [/^challenge\.yaml:\d+: trade: "\\u001b\[2J" is not "food" or/]
	}
];

export const BROKEN_FIELD_CASES: BrokenFolderCase[] = [
	{
		name: 'a kind of step that nobody knows, and a kind of scene',
		break(folder) {
			folder.replace('challenge.yaml', 'kind: build', 'kind: biuld');
			folder.append('challenge.yaml', 'scene:\n  kind: opera\n');
		},
		expectedLines: [
			/^challenge\.yaml:77: scene\.kind: "opera" is not "line" or "table" or "queue" or "round" or "week" or "receipt" or "grid"$/,
			/^challenge\.yaml:42: steps\.2\.kind: "biuld" is not "discover" or/
		]
	},
	{
		name: 'ids that every object has already',
		break(folder) {
			folder.replace('challenge.yaml', '- id: build', '- id: constructor');
			folder.replace('challenge.yaml', '[booked, usual]', '[booked, toString]');
		},
		expectedLines: [
			'challenge.yaml:41: steps.2.id: is a word of JavaScript: choose another',
			'challenge.yaml:51: decision.options.1: is a word of JavaScript: choose another'
		]
	},
	{
		name: 'a dial without end, and one of a billion values',
		break(folder) {
			folder.replace('challenge.yaml', 'min: 70, max: 110', 'min: 70, max: .inf');
			folder.replace(
				'challenge.yaml',
				'kind: discover\n',
				'kind: discover\n    hand: [{ id: meals, min: 0, max: 1, step: 1e-9, start: 0 }]\n'
			);
		},
		expectedLines: [
			'challenge.yaml:35: steps.0.hand: a dial has at most 100000 values: choose a larger step',
			'challenge.yaml:55: decision.another.0.max: is no finite number'
		],
		hasOtherLines: true
	},
	{
		name: 'paths that lead out',
		break(folder) {
			folder.append('challenge.yaml', 'read-only: [../main.ts, /etc/hosts, C:\\main.ts]\n');
			folder.replace('private/mutants.yaml', 'by: Math.round', 'by: Math.round\n  file: ../../data/days.ts');
		},
		expectedLines: [
			'challenge.yaml:76: read-only.0: a path of a .ts or .json file',
			'challenge.yaml:76: read-only.1: a path of a .ts or .json file',
			'challenge.yaml:76: read-only.2: a path of a .ts or .json file',
			/^private\/mutants\.yaml:\d+: 3\.file: a path of a \.ts or \.json file$/
		]
	},
	{
		name: 'two steps and two options of the same name',
		break(folder) {
			folder.replace('challenge.yaml', '- id: show', '- id: decide');
			folder.replace('challenge.yaml', '[booked, usual]', '[booked, usual, usual]');
		},
		expectedLines: [
			'challenge.yaml:47: two steps are called "decide"',
			'challenge.yaml:51: two options are called "usual": rename one'
		],
		hasOtherLines: true
	},
	{
		name: 'a step about catching that is of a function nobody has, and mutants without a sentence',
		break: (folder) =>
			folder.replace(
				'challenge.yaml',
				'  - id: decide\n',
				'  - { kind: catch, functions: [crates] }\n\n  - id: decide\n'
			),
		expectedLines: [
			/^challenge\.yaml:44: private\/solution\/main\.ts has no function "crates", with a name for each value that it takes$/,
			/^private\/mutants\.yaml:\d+: the mutant "rounds-down" has no sentence \(`because`\): /
		],
		hasOtherLines: true
	},
	{
		name: 'mutants in folders that are no names',
		break(folder) {
			folder.write('private/mutants/__proto__/main.ts', 'export {};\n');
			folder.write('private/mutants/main.ts', 'export {};\n');
		},
		expectedLines: [
			'private/mutants/__proto__/main.ts:1: put the program into a folder, whose name has letters, digits and hyphens',
			'private/mutants/main.ts:1: put the program into a folder, whose name has letters, digits and hyphens'
		]
	},
	{
		name: 'examples of a step that is not there, and of a function with a strange name',
		break(folder) {
			folder.write('checks/biuld.yaml', folder.read('checks/build.yaml'));
			folder.replace('checks/build.yaml', 'function: trays', 'function: process.exit');
		},
		expectedLines: [
			/^checks\/build\.yaml:\d+: 0\.function: not a name that a program can have$/,
			'checks/biuld.yaml:1: there is no step "biuld"'
		],
		hasOtherLines: true
	}
];
