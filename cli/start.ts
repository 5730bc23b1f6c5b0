/** What is run as `gongwen-lint`: the rest is in a bundle beside it. */
import { join } from 'node:path';
import { start } from '../host/start.ts';

start(join(__dirname, 'cli-main.js'));
