import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ideaOfOwnFile } from './own-file-idea.ts';

const DECLARATIONS = readFileSync('sandbox/run/draw/draw.en.d.ts', 'utf8');

test.each([
	['mon-chat.png', '', 'monChat'],
	['image.png', '', 'image2'],
	['pixels.jpg', '', 'pixels2'],
	['class.png', '', 'class2'],
	['chat.png', 'let chat = 3;', 'chat2'],
	['chat.jpg', "const chat = loadImage('chat.png');", 'chat2'],
	['chat.png', "const chat = loadImage('chat.png');", 'chat']
])('%s is drawn by a name that is free', (path, program, name) => {
	const { linesAbove, code } = ideaOfOwnFile(path, program, DECLARATIONS);
	expect(linesAbove).toBe(`const ${name} = loadImage('${path}');`);
	expect(code).toContain(`image(${name}, `);
});

test('a sound is played while the mouse is pressed', () => {
	expect(ideaOfOwnFile('ding-dong.mp3', '', DECLARATIONS)).toMatchObject({
		linesAbove: "const dingDong = loadSound('ding-dong.mp3');",
		code: 'if (mouseIsPressed && frameCount % 30 === 0) dingDong.play();'
	});
});
