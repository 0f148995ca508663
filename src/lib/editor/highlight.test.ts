import { describe, expect, test } from 'vitest';
import { highlightLines } from './highlight.ts';

const CODE_SAMPLES = [
	'',
	'\n',
	'// Le prix, en centimes\nexport function price(minutes: number): number {\n\treturn minutes * 2;\n}\n',
	'const t = `a ${b + 1}\nc`; /* one\ntwo */ const r = /x+/g;\n\n',
	'const broken = "no end\nlet <b> = 1 && 2',
	'a => a || `',
	'é 😀 \t  end'
];

describe('the pieces of highlighted code', () => {
	test.each(CODE_SAMPLES)('give the exact text when joined (%#)', (code) => {
		const text = highlightLines(code)
			.map((line) => line.map((piece) => piece.text).join(''))
			.join('\n');
		expect(text).toBe(code);
	});

	test('are marked as keyword, value, string or comment', () => {
		const [line] = highlightLines("const rate: number = Math.ceil(50) + null + 'x'; // y");
		const kindByText = Object.fromEntries(line?.map((piece) => [piece.text, piece.kind]) ?? []);
		expect(kindByText).toMatchObject({ const: 'keyword', rate: null, number: 'keyword', Math: 'value', ceil: null });
		expect(kindByText).toMatchObject({ '50': 'value', null: 'keyword', x: 'string', '// y': 'comment' });
	});
});
