import { expect, test } from 'vitest';
import { libraryOf } from './recognise.ts';

test.each([
	['<script src="p5.js"></script>', 'p5'],
	['<script src="lib/p5.min.js"></script>', 'p5'],
	['<script src="https://cdn.jsdelivr.net/npm/p5@1.11.2/lib/p5.min.js"></script>', 'p5'],
	["<SCRIPT defer src='p5.js'></SCRIPT>", 'p5'],
	['<script src="https://cdn.example/p5.sound.js"></script>', null],
	['<script src="main.ts"></script>', null],
	['<p>p5.js</p>', null]
])('%s asks for %s', (html, name) => {
	expect(libraryOf(html)).toBe(name);
});
