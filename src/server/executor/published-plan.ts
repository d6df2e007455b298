import type { ExecutionResult } from 'graphql';
import { dayIn } from '../../domain/business/business-day.js';
import { signedAddress } from '../../domain/signed-addresses/signed-address.js';
import { type OperationRequest } from '../graphql/context.js';
import { contextFor } from '../graphql/operation-context.js';
import type { PlanInput } from './plan.js';
import { jsonResult, type OperationPlan, type Variables } from './plan.js';
import { RootField } from './root-field.js';
import { type Run, type Serializer, Serializers, TooManyRecords } from './serializer.js';

/** Plan of a client's query that a serializer answers from its publication. */
export class PublishedPlan implements OperationPlan {
  readonly kind = 'PUBLISHED';
  readonly isQuery = true;

  private constructor(
    private readonly root: RootField,
    private readonly serialize: Serializer,
    /** Answers where a published value does not fit. */
    private readonly resolvers: OperationPlan,
  ) {}

  /** Returns null if a part of the query needs a resolver. */
  static of(input: PlanInput, resolvers: OperationPlan): PublishedPlan | null {
    const root = RootField.of(input);
    if (!root?.reads) return null;
    const serializers = new Serializers(input.policy, input.audience, input.selections);
    const fields = input.selections.below(root.selected, root.type);
    const serialize = serializers.object(fields, root.type);
    return serialize && new PublishedPlan(root, serialize, resolvers);
  }

  async execute(request: OperationRequest, variables: Variables): Promise<ExecutionResult> {
    return (
      (await this.#serialized(request, variables)) ?? this.resolvers.execute(request, variables)
    );
  }

  /** Returns the result; null if resolvers have to answer. */
  async #serialized(
    request: OperationRequest,
    variables: Variables,
  ): Promise<ExecutionResult | null> {
    const { authenticated, services, operation } = request;
    const portal = 'portal' in authenticated ? authenticated.portal : null;
    const rootArguments = portal && this.root.argumentsOf(variables);
    if (!rootArguments) return null;
    let day: string | undefined;
    const today = () => {
      day ??= dayIn(String(portal.business.timeZone), services.clock());
      return day;
    };
    const { principal } = authenticated;
    const { config } = services;
    const sign = (path: string | null) =>
      signedAddress(path, { config, principal, now: services.clock() });
    const run: Run = { records: 0, today, sign };
    let value: unknown;
    try {
      const { published } = this.root;
      value = published
        ? published(portal as never, run.today, run.sign)
        : await this.root.resolve(contextFor(request), rootArguments);
    } catch (error) {
      return this.root.failed(error);
    }
    try {
      if (value === null || value === undefined)
        return this.root.isNonNull ? null : jsonResult(this.root.data('null'));
      const json = this.serialize(value, run);
      operation.budget.charge(run.records, 0);
      return jsonResult(this.root.data(json));
    } catch (error) {
      // A value does not fit its type; graphql-js reports it.
      if (!(error instanceof TooManyRecords)) return null;
      operation.budget.charge(run.records, 0);
      return { data: null };
    }
  }
}
