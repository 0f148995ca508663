import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { TEMPLATE_FOLDER } from '../new/index.ts';

/** Files and a port outside of the folder that no check of a folder may read, write or reach. */
export interface ForbiddenTargets {
	secretFolder: string;
	tracePath: string;
	port: number;
}

export class BreakableFolder {
	readonly path: string;

	constructor(root: string) {
		this.path = join(root, 'template');
		rmSync(this.path, { recursive: true, force: true });
		cpSync(TEMPLATE_FOLDER, this.path, { recursive: true });
	}

	read(file: string): string {
		return readFileSync(join(this.path, file), 'utf8');
	}

	write(file: string, content: string | Buffer): void {
		const path = join(this.path, file);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, content);
	}

	writeLarge(file: string, bytes: number): void {
		this.write(file, '');
		truncateSync(join(this.path, file), bytes);
	}

	replace(file: string, before: string, after: string): void {
		const text = this.read(file);
		if (!text.includes(before)) throw new Error(`${file} has no "${before}"`);
		this.write(
			file,
			text.replace(before, () => after)
		);
	}

	prepend(file: string, text: string): void {
		this.write(file, text + this.read(file));
	}

	append(file: string, text: string): void {
		this.write(file, this.read(file) + text);
	}

	link(file: string, target: string): void {
		symlinkSync(target, join(this.path, file));
	}

	remove(...files: string[]): void {
		for (const file of files) {
			if (!existsSync(join(this.path, file))) throw new Error(`there is no ${file}`);
			rmSync(join(this.path, file), { recursive: true });
		}
	}
}

export interface BrokenFolderCase {
	name: string;
	break(folder: BreakableFolder, forbidden: ForbiddenTargets): void;
	/** Returns the path that the command checks; absent when it checks the folder itself. */
	checkedPath?(folder: BreakableFolder, outside: ForbiddenTargets): string;
	expectedLines: (string | RegExp)[];
	/** True when the command also reports lines that are not listed here. */
	hasOtherLines?: true;
	/** True for a case that takes long, so that only the soak tests it. */
	isLong?: true;
}
