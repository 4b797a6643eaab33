/** What may be made to go wrong, for tests and the tour. */
export type MethodFault =
  /** Slack answers with this error. */
  | { error: string }
  /** Slack answers with this HTTP status. */
  | { status: number }
  /** Slack never answers. */
  | { hang: true };

export interface Faults {
  /** The next call of this method goes wrong; further calls of this function are for the calls after it. */
  next(method: string, fault: MethodFault): void;
  take(method: string): MethodFault | undefined;
  /** Nothing reaches the app. */
  appUnreachable: boolean;
}

export function noFaults(): Faults {
  const planned = new Map<string, MethodFault[]>();
  return {
    appUnreachable: false,
    next(method, fault) {
      planned.set(method, [...(planned.get(method) ?? []), fault]);
    },
    take: (method) => planned.get(method)?.shift(),
  };
}
