import type { Sources } from '../index.ts';

/**
 * The bundle's first module. `require` of a file makes esbuild wrap it, so that it is evaluated when first called,
 * and the stage and the checks can share one string.
 */
export function entryText(sources: Sources): string {
	const lines = [`export const program = () => require(${quoted(sources.program)});`];
	if (sources.scene !== undefined) lines.push(`export const scene = () => require(${quoted(sources.scene)});`);
	const checks = sources.checks.map((path) => `\t${quoted(path)}: () => { require(${quoted(path)}); }`);
	lines.push(`export const checks = {\n${checks.join(',\n')}\n};`);
	return lines.join('\n');
}

/**
 * Stands between an author's file and the student's. Through it a name the program does not export (yet) is `undefined`
 * where it is used, and so spoils one check; imported directly it would keep everything from being built.
 */
export function crossingText(path: string): string {
	return `module.exports = require(${quoted(path)});`;
}

function quoted(path: string): string {
	return JSON.stringify(path);
}
