/**
 * What every agent is: a name, a version, and one act that is given everything and returns a value.
 * An agent writes nothing itself; `acts.ts` writes its place in the tree and its qa log.
 */
export interface Agent<Input, Output> {
  readonly name: string;
  readonly version: string;
  act(input: Input): Output | Promise<Output>;
}
