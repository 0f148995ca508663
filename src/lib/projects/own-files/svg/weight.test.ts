import { expect, test } from 'vitest';
import { serializeSvgDrawing, type SvgDrawing } from './drawing.ts';
import { cascadedStyleOf, parsePlainDeclarations, parsePlainValue, readStyleRules } from './style.ts';
import { MAX_DRAWING_WEIGHT, weighDrawing } from './weight.ts';

const createElement = (
	name: string,
	attributes: Record<string, string> = {},
	...children: SvgDrawing['children']
): SvgDrawing => ({
	name,
	attributes: new Map(Object.entries(attributes)),
	style: new Map(),
	children
});
const createMany = (count: number, make: (at: number) => SvgDrawing): SvgDrawing[] =>
	Array.from({ length: count }, (_, at) => make(at));
const createDrawing = (...children: SvgDrawing[]) => createElement('svg', {}, ...children);
const weighChildren = (...children: SvgDrawing[]) => weighDrawing(createDrawing(...children));

test('what drawing programs write is light enough', () => {
	const dashedPath = createElement('path', { d: 'M0 0 L500 500 C1 2 3 4 5 6', 'stroke-dasharray': '5 3' });
	const gradient = createElement('linearGradient', { id: 'sky' }, createElement('stop'), createElement('stop'));
	const tilePattern = createElement('pattern', { id: 'tiles' }, createElement('circle', { r: '2' }));
	const shapes = createMany(3000, () =>
		createElement('path', { d: 'M12.5 40.2c3 4 5 6 7 8z', fill: 'url(#sky)', opacity: '1' })
	);
	const tiledShapes = createMany(20, () => createElement('rect', { fill: 'url(#tiles)' }));
	expect(weighChildren(gradient, tilePattern, dashedPath, ...shapes, ...tiledShapes)).toBeLessThan(MAX_DRAWING_WEIGHT);
});

test.each<[string, SvgDrawing[]]>([
	[
		'patterns in patterns',
		createMany(9, (at) =>
			createElement(
				'pattern',
				{ id: `p${at}` },
				...createMany(8, () => createElement('rect', { fill: `url(#p${at + 1})` }))
			)
		).concat(createElement('rect', { fill: 'url(#p0)' }))
	],
	['a pattern that fills itself', [createElement('pattern', { id: 'p' }, createElement('rect', { fill: 'url(#p)' }))]],
	[
		'a pattern that a group hands on',
		[
			createElement('pattern', { id: 'p' }, createElement('rect')),
			createElement('g', { fill: 'url(#p)' }, ...createMany(200, () => createElement('rect')))
		]
	],
	[
		'masks in masks',
		createMany(12, (at) =>
			createElement(
				'mask',
				{ id: `m${at}` },
				...createMany(6, () => createElement('rect', { mask: `url(#m${at + 1})` }))
			)
		).concat(createElement('rect', { mask: 'url(#m0)' }))
	],
	[
		'a long path that is used often',
		[
			createElement('path', { id: 'long', d: 'M0 0 '.repeat(20_000) }),
			...createMany(100, () => createElement('use', { href: '#long' }))
		]
	],
	['one line that crosses itself often', [createElement('path', { d: 'L9 1 L1 9 '.repeat(11_000), stroke: 'black' })]],
	['dashes without number', [createElement('path', { d: 'M0 0 H1e9', 'stroke-dasharray': '0.001' })]],
	[
		'dashes that a group hands on',
		[
			createElement(
				'svg',
				{ viewBox: '0 0 900 900', 'stroke-dasharray': '.01' },
				...createMany(50, () => createElement('circle', { r: '90%' }))
			)
		]
	],
	[
		'a chain of uses',
		createMany(300, (at) => createElement('g', { id: `g${at}` }, createElement('use', { href: `#g${at + 1}` })))
	]
])('%s are too heavy', (_, children) => {
	expect(weighChildren(...children)).toBeGreaterThan(MAX_DRAWING_WEIGHT);
});

test('a style keeps what draws plainly, and nothing that asks for anything outside or filters', () => {
	const declarations = parsePlainDeclarations(
		`fill:url("#sky"); filter:url(#f); mask:url(data:image/png,a); stroke : #f00 !important; font-family:'Open Sans';
		clip-path:path("M0 0"); stroke-dasharray:0.1%; fill-opacity:\\31; opacity:.5/*;stroke:blue*/`
	);
	expect([...declarations]).toEqual([
		['fill', 'url(#sky)'],
		['stroke', '#f00'],
		['font-family', 'Open Sans'],
		['opacity', '.5']
	]);
	expect(parsePlainValue('fill', 'URL(https://example.org/#a)')).toBeUndefined();
	expect(parsePlainValue('fill', 'url(#a%62)')).toBeUndefined();
});

test('rules hold by element, class and name, the stronger one last', () => {
	const rules = readStyleRules(
		`@import url(x.css); @media print { path { fill: gold } } #one{fill:red} .b,.a{fill:blue;stroke:black} path{fill:green}
		.a .b { fill: pink } .a{ opacity: .3 }`
	);
	const styleOf = (attributes: Record<string, string>) =>
		Object.fromEntries(
			cascadedStyleOf(rules, 'path', new Map(Object.entries(attributes)), new Map([['stroke', 'white']]))
		);
	expect(styleOf({})).toEqual({ fill: 'green', stroke: 'white' });
	expect(styleOf({ class: 'a b' })).toEqual({ fill: 'blue', stroke: 'white', opacity: '.3' });
	expect(styleOf({ class: 'a', id: 'one' })).toMatchObject({ fill: 'red' });
});

test('a drawing is written so that no text of it becomes markup', () => {
	expect(serializeSvgDrawing(createElement('svg', { id: '"><script>' }, createElement('text', {}, '</svg><b>&')))).toBe(
		'<svg id="&quot;&gt;&lt;script&gt;" xmlns="http://www.w3.org/2000/svg"><text>&lt;/svg&gt;&lt;b&gt;&amp;</text></svg>'
	);
});
