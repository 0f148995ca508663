import { expect, test } from 'vitest';
import { libraryNamesOf } from './recognise.ts';

test.each([
	['<script src="p5.js"></script>', ['p5']],
	['<script src="lib/p5.min.js"></script>', ['p5']],
	['<script src="https://cdn.jsdelivr.net/npm/p5@1.11.2/lib/p5.min.js"></script>', ['p5']],
	["<SCRIPT defer src='p5.js'></SCRIPT>", ['p5']],
	['<script src="https://cdn.example/p5.sound.js"></script>', []],
	['<script src="chart.js"></script>', ['chart']],
	['<script src="https://cdn.jsdelivr.net/npm/chart.js"></script>', ['chart']],
	['<script src="https://cdn.jsdelivr.net/npm/chart.js@4.4.0"></script>', ['chart']],
	['<script src="https://cdn.jsdelivr.net/npm/chart.js@4.4.0/dist/chart.umd.min.js"></script>', ['chart']],
	['<script src="https://cdnjs.cloudflare.com/ajax/libs/Chart.js/4.4.1/chart.umd.js?x=1"></script>', ['chart']],
	['<script src="matter.js"></script>', ['matter']],
	['<script src="https://cdn.jsdelivr.net/npm/matter-js@0.20.0/build/matter.min.js"></script>', ['matter']],
	['<script src="matter.js"></script><script src="p5.js"></script><script src="matter.js"></script>', ['matter', 'p5']],
	['<script src="tone.js"></script>', ['tone']],
	['<script src="https://cdn.jsdelivr.net/npm/tone@15.1.22"></script>', ['tone']],
	['<script src="https://cdnjs.cloudflare.com/ajax/libs/tone/15.1.22/Tone.js"></script>', ['tone']],
	['<script src="my-ringtone.js"></script>', []],
	['<script src="main.ts"></script>', []],
	['<script src="my-chart.js"></script>', []],
	['<p>p5.js</p>', []]
])('a page with %s asks for the libraries %j', (html, names) => {
	expect(libraryNamesOf(html)).toEqual(names);
});
