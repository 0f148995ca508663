/** Folders whose YAML is invalid, a bomb, too long, or has values of wrong types. */
import { FOLDER_BYTE_LIMITS } from '#lib/domain/challenge-folder.ts';
import type { BreakableFolder, BrokenFolderCase } from './author-folder.ts';

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
