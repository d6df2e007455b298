import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type PointsLeft,
  rateLimitHeaders,
  refusalOfPoints,
} from '../../../domain/limits/request-points.js';
import type { Services } from '../../graphql/context.js';

/**
 * Spends the point that each request costs, and says in the headers what is left.
 *
 * @throws RATE_LIMITED if the caller has none left in this minute.
 */
export function spendPoints(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { principal } = request.authenticated;
  const left = services.requestPoints.pointsLeft(principal, request);
  setHeaders(reply, left);
  const refusal = refusalOfPoints(left);
  if (refusal) throw refusal;
  addPoints(services, request, reply, 1);
}

/** Spends what the operation has cost besides. */
export function addPoints(
  { requestPoints }: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  points: number,
): void {
  setHeaders(reply, requestPoints.spend(request.authenticated.principal, request, points));
}

function setHeaders(reply: FastifyReply, left: PointsLeft): void {
  for (const [name, value] of rateLimitHeaders(left)) reply.header(name, value);
}
