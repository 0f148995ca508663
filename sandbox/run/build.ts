/** Bundles the shell page. Its policy allows its three inline scripts by their hashes. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { bundleScript as bundleFile, type BundledScript } from '../bundle.ts';
import { nestedDocumentPolicy, serviceWorkerHeaders, shellHeaders, type ScriptHashes } from './shell/policy.ts';
import type { ShellParts } from './shell/shell-response.ts';

export interface BuiltShell extends ShellParts {
	inputPaths: string[];
}

const pathBesideThisFile = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Deletes WebRTC before any other code runs. A program that controls the document could run the runner again, and no header keeps a
 * peer connection from querying a DNS server in every browser.
 */
const WEBRTC_REMOVAL =
	'delete globalThis.RTCPeerConnection;delete globalThis.webkitRTCPeerConnection;delete globalThis.mozRTCPeerConnection;';

/**
 * Deletes the clipboard command, because no header keeps a clicked page from writing to the clipboard. The same command
 * taken from another realm has no effect on this document.
 */
const CLIPBOARD_REMOVAL = 'delete Document.prototype.execCommand;';

function bundleForBrowsers(
	entryPath: string,
	definedTexts: Record<string, string>,
	banner = ''
): Promise<BundledScript> {
	return bundleFile(pathBesideThisFile(entryPath), {
		platform: 'browser',
		format: 'iife',
		target: ['chrome110', 'firefox115', 'safari16.4'],
		define: Object.fromEntries(Object.entries(definedTexts).map(([name, value]) => [name, JSON.stringify(value)])),
		banner
	});
}

/** Returns the script element. Throws when the code contains markup that would end the element or nest another. */
function writeInlineScript(code: string): string {
	if (/<\/script|<!--/i.test(code)) throw new Error('An inline script of the sandbox holds markup that would end it.');
	return `<script>${code}</script>`;
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('base64');
const policyHashOf = (code: string) => `sha256-${sha256Of(code)}`;

const writeFrameDocumentHead = (...runnerHashes: string[]) =>
	[
		'<!doctype html><html><head><meta charset="utf-8">',
		`<meta http-equiv="content-security-policy" content="${nestedDocumentPolicy(...runnerHashes)}">`,
		'<meta http-equiv="x-dns-prefetch-control" content="off">'
	].join('');

const writePageDocument = (code: string, hash: string) =>
	`${writeFrameDocumentHead(hash)}</head><body>${writeInlineScript(code)}</body></html>`;

function writeFrameDocument(code: string, runners: string[]): string {
	return [
		writeFrameDocumentHead(...runners),
		'<style>html,body{margin:0;height:100%;overflow:hidden}#stage{position:fixed;inset:0;outline:none}',
		'#stage:focus-visible{outline:3px solid #e8590c;outline-offset:-3px}',
		'canvas{position:absolute;inset:0;width:100%;height:100%;object-fit:contain;visibility:hidden}',
		'canvas.shown{visibility:visible}',
		'iframe.page{position:fixed;inset:0;width:100%;height:100%;border:0;background:#fff}</style>',
		`</head><body><div id="stage" tabindex="0" role="img" aria-label="Braise"></div>${writeInlineScript(code)}</body></html>`
	].join('');
}

export const buildEarlyScript = () => bundleForBrowsers('./early/entry.ts', {});

export const buildTakeHomeSketchPlayer = () => bundleForBrowsers('../take-home/player/entry.ts', {});

export const buildTakeHomeFileAnswersScript = () => bundleForBrowsers('../take-home/page-answers/entry.ts', {});

/** Worker and page document are texts in the frame's runner, which is in the `srcdoc`, a text in the shell page. */
export async function buildShellPage(): Promise<BuiltShell> {
	const workerScript = await bundleForBrowsers('./worker/entry.ts', {});
	const pageScript = await bundleForBrowsers('./page/entry.ts', {}, WEBRTC_REMOVAL + CLIPBOARD_REMOVAL);
	const pageHash = policyHashOf(pageScript.code);
	const runnerScript = await bundleForBrowsers(
		'./frame/entry.ts',
		{ WORKER_SOURCE: workerScript.code, PAGE_DOCUMENT: writePageDocument(pageScript.code, pageHash) },
		WEBRTC_REMOVAL
	);
	const runnerHash = policyHashOf(runnerScript.code);
	const shellScript = await bundleForBrowsers('./shell/client.ts', {
		INNER_FRAME_HTML: writeFrameDocument(runnerScript.code, [runnerHash, pageHash])
	});
	const hashes: ScriptHashes = { shell: policyHashOf(shellScript.code), runner: runnerHash, page: pageHash };
	const html = [
		'<!doctype html><html lang="en" data-app=""><head><meta charset="utf-8"><title>Braise</title>',
		'<style>html,body{margin:0;height:100%;overflow:hidden}iframe{border:0;width:100%;height:100%;display:block}</style>',
		`</head><body>${writeInlineScript(shellScript.code)}</body></html>`
	].join('');
	const headers = JSON.stringify([shellHeaders(hashes, ['APP']), serviceWorkerHeaders()]);
	const unversionedServiceWorker = await bundleForBrowsers('./shell/service-worker.ts', { SHELL_VERSION: '' });
	const version = sha256Of(html + headers + unversionedServiceWorker.code)
		.replace(/[^a-z0-9]/gi, '')
		.slice(0, 16);
	const serviceWorker = await bundleForBrowsers('./shell/service-worker.ts', { SHELL_VERSION: version });
	const inputPaths = [workerScript, pageScript, runnerScript, shellScript, serviceWorker].flatMap(
		(part) => part.inputPaths
	);
	return { html, serviceWorker: serviceWorker.code, hashes, version, inputPaths: [...new Set(inputPaths)] };
}
