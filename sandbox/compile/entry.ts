import type { Sources } from '../contract.ts';

/**
 * Returns the bundle's first module. Through `require`, esbuild wraps each file and evaluates it on first call, so that the stage
 * and the checks can share one bundle.
 */
export function entryText(sources: Sources): string {
	const lines = [`export const program = () => require(${quote(sources.program)});`];
	if (sources.scene !== undefined) lines.push(`export const scene = () => require(${quote(sources.scene)});`);
	const checks = sources.checks.map((path) => `\t${quote(path)}: () => { require(${quote(path)}); }`);
	lines.push(`export const checks = {\n${checks.join(',\n')}\n};`);
	return lines.join('\n');
}

/**
 * Returns a module between an author's file and the student's. A name that the program does not export (yet) is then `undefined` at
 * its use and fails one check; a direct import would fail the whole build.
 */
export function crossingText(path: string): string {
	return `module.exports = require(${quote(path)});`;
}

function quote(path: string): string {
	return JSON.stringify(path);
}
