import {
  accessSync,
  constants,
  existsSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** A file that comes to be as a whole: until `keep`, what is written stands beside it under a hidden name, and what was there
 *  before is still there. A link stays a link, and the permissions stay. A pipe or a device is written to at once. Throws
 *  the system's error where it refuses. */
export class StagedFile {
  /** Where to write. */
  readonly path: string;
  readonly #target: string;

  constructor(path: string) {
    const stat = existsSync(path) ? statSync(path) : undefined;
    if (stat !== undefined) accessSync(path, constants.W_OK); // a rename would not ask
    if (stat?.isFile() === false) {
      this.path = this.#target = path;
      return;
    }
    this.#target = stat === undefined ? path : realpathSync(path);
    const folder = dirname(this.#target);
    this.path = join(folder, `.${basename(this.#target)}.${process.pid}.tmp`);
    writeFileSync(this.path, "", { flag: "wx", ...(stat && { mode: stat.mode }) });
    process.once("exit", this.drop);
  }

  /** Puts the file in its place. */
  keep(): void {
    if (this.path !== this.#target) renameSync(this.path, this.#target);
    process.off("exit", this.drop);
  }

  /** Takes away what was written, unless it was kept. */
  readonly drop = (): void => {
    if (this.path !== this.#target) rmSync(this.path, { force: true });
    process.off("exit", this.drop);
  };
}
