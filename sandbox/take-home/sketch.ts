import { wrapInStrictFunction, escapeForScript, escapeForHtml, TAKE_HOME_POLICY_META } from './script.ts';
import type { TakeHomeStore, EncodedFiles } from './stored-content.ts';
import { pickTakeHomePageTexts } from './opening-comment.ts';

export interface TakeHomeSketchParts {
	code: string;
	playerCode: string;
	encodedFiles: EncodedFiles;
	home: TakeHomeStore;
	openingComment: string;
	title: string;
	language: 'fr' | 'en';
}

export function writeSketchHtml({
	code,
	playerCode,
	encodedFiles,
	home,
	openingComment,
	title,
	language
}: TakeHomeSketchParts): string {
	const { broke, noscript } = pickTakeHomePageTexts(language);
	return `<!doctype html>
${openingComment}
<html lang="${language}">
<head>
<meta charset="utf-8">
${TAKE_HOME_POLICY_META}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeForHtml(title)}</title>
<style>
html, body { margin: 0; height: 100%; overflow: hidden; }
canvas { display: block; width: 100vw; height: 100vh; touch-action: none; }
[role=alert] { position: fixed; inset: auto 0 0; margin: 0; padding: 1rem; background: #fff; color: #a3210f; font: 1rem/1.4 sans-serif; }
</style>
</head>
<body>
<canvas role="img" aria-label="${escapeForHtml(title)}"></canvas>
<noscript>${noscript}</noscript>
<script>${escapeForScript(playerCode)}</script>
<script>
braise(${escapeForScript(wrapInStrictFunction(code))}, ${escapeForScript(JSON.stringify({ language, broke, encodedFiles, home }))});
</script>
</body>
</html>
`;
}
