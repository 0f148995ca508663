import french from './program.fr.d.ts.txt?raw';
import english from './program.en.d.ts.txt?raw';
import type { Language } from '../contract.ts';

export const PROGRAM_DECLARATIONS: Record<Language, string> = { fr: french, en: english };
