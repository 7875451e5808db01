import { type ColumnSource, ParquetWriter, fileWriter } from "hyparquet-writer";
import type { Event, Value } from "../../model/event.ts";
import { TABLE, type TableColumn } from "./columns.ts";

/** Rows of one group: enough for columns to be small, few enough for memory. */
const GROUP = 20_000;

const PHYSICAL = { text: "BYTE_ARRAY", number: "DOUBLE", boolean: "BOOLEAN" } as const;

/** A Parquet file of events, written group by group: memory holds one group. Instants are UTC milliseconds. */
export class ParquetFile {
  readonly #writer: ParquetWriter;
  #columns: (Value | Date | undefined)[][] = TABLE.map(() => []);
  #rows = 0;

  constructor(path: string) {
    const schema = [
      { name: "events", num_children: TABLE.length },
      ...TABLE.map((column) => elementOf(column)),
    ];
    this.#writer = new ParquetWriter({ writer: fileWriter(path), schema });
  }

  add(profile: string, event: Event): void {
    for (const [index, { cell, kind }] of TABLE.entries()) {
      const value = cell(profile, event) ?? undefined;
      this.#columns[index]!.push(
        kind === "instant" && typeof value === "string" ? new Date(value) : value,
      );
    }
    this.#rows += 1;
    if (this.#rows === GROUP) this.#flush();
  }

  /** Writes what is left, and the end of the file. */
  finish(): void {
    if (this.#rows > 0) this.#flush();
    void this.#writer.finish();
  }

  #flush(): void {
    const columnData: ColumnSource[] = TABLE.map(({ name }, index) => ({
      name,
      data: this.#columns[index]!,
    }));
    void this.#writer.write({ columnData, rowGroupSize: GROUP });
    this.#columns = TABLE.map(() => []);
    this.#rows = 0;
  }
}

function elementOf({ name, kind }: TableColumn) {
  const repetition_type = "OPTIONAL" as const;
  switch (kind) {
    case "text":
      return { name, type: PHYSICAL.text, converted_type: "UTF8" as const, repetition_type };
    case "json":
      return { name, type: PHYSICAL.text, converted_type: "JSON" as const, repetition_type };
    case "instant":
      return {
        name,
        type: "INT64" as const,
        converted_type: "TIMESTAMP_MILLIS" as const,
        repetition_type,
      };
    case "number":
    case "boolean":
      return { name, type: PHYSICAL[kind], repetition_type };
  }
}
