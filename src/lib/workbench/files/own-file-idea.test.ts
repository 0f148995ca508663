import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canPageShowFile, ideaOfOwnFile, pageIdeaOfOwnFile } from './own-file-idea.ts';

const DRAW_DECLARATIONS = readFileSync('sandbox/run/draw/draw.en.d.ts', 'utf8');

test.each([
	['mon-chat.png', '', 'monChat'],
	['image.png', '', 'image2'],
	['pixels.jpg', '', 'pixels2'],
	['class.png', '', 'class2'],
	['chat.png', 'let chat = 3;', 'chat2'],
	['chat.jpg', "const chat = loadImage('chat.png');", 'chat2'],
	['chat.png', "const chat = loadImage('chat.png');", 'chat']
])('%s, in the program %j, is drawn through the unused name %s', (path, program, name) => {
	const { linesAbove, code } = ideaOfOwnFile(path, program, DRAW_DECLARATIONS);
	expect(linesAbove).toBe(`const ${name} = loadImage('${path}');`);
	expect(code).toContain(`image(${name}, `);
});

test('the code for a sound plays it once for each click', () => {
	expect(ideaOfOwnFile('ding-dong.mp3', '', DRAW_DECLARATIONS)).toMatchObject({
		linesAbove: "const dingDong = loadSound('ding-dong.mp3');\nfunction mousePressed() { dingDong.play(); }",
		code: 'circle(mouseX, mouseY, mouseIsPressed ? 60 : 30);'
	});
});

test('the code for a page adds an element for the file, under an unused name', () => {
	expect(pageIdeaOfOwnFile('mon-chat.png', 'const monChat = 1;', 'Un chat').code).toBe(
		"const monChat2 = document.createElement('img');\nmonChat2.src = 'mon-chat.png';\nmonChat2.alt = \"Un chat\";\ndocument.body.append(monChat2);"
	);
	expect(pageIdeaOfOwnFile('document.png', '', '').code).toMatch(/^const document2 = document\.createElement/);
	expect(pageIdeaOfOwnFile('ding.mp3', '', '').code).toContain(
		"createElement('audio');\nding.src = 'ding.mp3';\nding.controls"
	);
	expect(['film.webm', 'type.ttf', 'chair.obj'].map(canPageShowFile)).toEqual([true, false, false]);
});
