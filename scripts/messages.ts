import { compile } from '@inlang/paraglide-js';
import { messageCompileOptions } from './messages-options.ts';

await compile(messageCompileOptions);
