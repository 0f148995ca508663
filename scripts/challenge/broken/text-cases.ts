import type { BreakableFolder, BrokenFolderCase } from './author-folder.ts';

const FORBIDDEN_MARKUP_MESSAGE = 'is taken out: a text has words and links to https';

const addToBrief =
	(...lines: string[]) =>
	(folder: BreakableFolder) =>
		folder.replace('text.en.md', '## brief\n', `## brief\n\n${lines.join('\n')}\n`);

export const BROKEN_TEXT_CASES: BrokenFolderCase[] = [
	{
		name: 'pictures, markup, scripts and links that are not https',
		break: addToBrief(
			'![A tray](tray.png) and [a shop](http://shop.example), [a rule](https://rule.example).',
			'',
			'<iframe src="https://a.example"></iframe>',
			'',
			'<script>fetch("https://a.example")</script>',
			'',
			'<em class="red" onclick="a()">here</em> and [there](javascript:alert())'
		),
		expectedLines: [
			`text.en.md:12: a picture ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:12: the link to "http://shop.example" ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:14: <iframe> ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:16: <script> ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:18: class of <em> ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:18: onclick of <em> ${FORBIDDEN_MARKUP_MESSAGE}`,
			`text.en.md:18: the link to "javascript:alert()" ${FORBIDDEN_MARKUP_MESSAGE}`
		]
	},
	{
		name: 'a passage of 90,000 brackets',
		break: addToBrief('[![*_`<'.repeat(12_000)),
		expectedLines: [
			/^text\.en\.md:1: the text has \d+ characters; at most 40000$/,
			/^text\.en\.md:\d+: "brief" has \d+ characters/
		],
		hasOtherLines: true
	},
	{
		name: 'empty files',
		break(folder) {
			for (const file of ['text.en.md', 'teacher.en.md', 'challenge.yaml']) folder.write(file, '');
		},
		expectedLines: [
			'challenge.yaml:1: challenge.yaml: is empty: write names with values',
			'text.en.md:1: the title is missing'
		],
		hasOtherLines: true
	},
	{
		name: 'misspelt headings, labels and placeholders',
		break(folder) {
			folder.replace('text.en.md', '### decide:', '### decied:');
			folder.replace('text.en.md', '- describe: {trays}', '- describe: {trais}');
			folder.replace('text.en.md', '- thrown:', '- trown:');
		},
		expectedLines: [
			/^text\.en\.md:\d+: "decide" is missing under "## steps"$/,
			/^text\.en\.md:\d+: "decied" under "## steps" belongs to nothing$/,
			/^text\.en\.md:\d+: "\{trais\}" under "## labels" .*; is it "trays"\?$/,
			/^text\.en\.md:\d+: "thrown" is missing under "## figures"$/
		],
		hasOtherLines: true
	},
	{
		name: 'more data than a school can carry',
		break: (folder) => folder.write('data/archive.txt', 'invented '.repeat(12_000)),
		expectedLines: [/^data\/archive\.txt:1: the data has 108\d{3} bytes; at most 100000$/]
	}
];
