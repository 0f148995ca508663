/** Compiles the messages for the type check, without a build. */
import { compile } from '@inlang/paraglide-js';
import { messageCompileOptions } from './messages-options.ts';

await compile(messageCompileOptions);
