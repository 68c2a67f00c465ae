using Bookonce.Domain.Documents;

namespace Bookonce.Domain.Relations;

/// <summary>
/// The durable record, made before the request, that a customer is about to be created in Teamleader for a relation of Exact.
/// It is unknown until the card is seen or the request was refused.
/// </summary>
/// <param name="TeamleaderAccess">In which account of Teamleader.</param>
/// <param name="Account">The relation, by Exact's id.</param>
/// <param name="Kind">As what.</param>
/// <param name="LastTry">When the last try began, UTC.</param>
public sealed record CustomerIntent(Guid TeamleaderAccess, Guid Account, CustomerKind Kind, DateTimeOffset LastTry);
