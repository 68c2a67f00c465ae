using Bookonce.Domain.Booking;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Problems;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Engine.Translations;
using Bookonce.Engine.Vendors;
using Bookonce.ExactOnline;

namespace Bookonce.Engine.Synchronise;

/// <summary>What came of ensuring a relation. Closed.</summary>
abstract record Ensured
{
    Ensured() { }

    /// <summary>The account is there.</summary>
    public sealed record Account(Guid Id) : Ensured;

    /// <summary>The document cannot be booked yet.</summary>
    public sealed record NotYet(DocumentStatus Status, Problem Problem) : Ensured;
}

/// <summary>Finds or creates the account of a customer in Exact; a lost answer makes no second one.</summary>
sealed class EnsureRelation(
    IStore store,
    Office office,
    ExactDivision division,
    RelationIndex relations,
    Dictionary<CustomerKey, Guid> linked,
    Dictionary<CustomerKey, RelationIntent> unknown,
    NewId newId,
    TimeProvider clock
)
{
    readonly Dictionary<CustomerKey, Ensured.NotYet> settled = [];

    /// <param name="customer">The card in Teamleader.</param>
    /// <param name="adopted">Accounts of entries adopted for this customer and nobody else.</param>
    public async Task<Ensured> For(Customer customer, IReadOnlyCollection<Guid> adopted)
    {
        if (linked.TryGetValue(customer.Key, out var known))
            return Usable(customer, known);
        if (settled.TryGetValue(customer.Key, out var notYet))
            return notYet;

        var ensured = unknown.TryGetValue(customer.Key, out var intent)
            ? await Settle(intent, refusal: null)
            : await Decide(customer, adopted);
        if (ensured is Ensured.NotYet stays)
            settled[customer.Key] = stays;
        return ensured;
    }

    Ensured Usable(Customer customer, Guid account) =>
        relations.Find(account) is { IsBlocked: true } blocked
            ? new Ensured.NotYet(
                DocumentStatus.Ask,
                new Problem(
                    "relationBlocked",
                    $"{customer.Name} is relation {blocked.Code} in Exact, which is blocked.",
                    "Unblock it in Exact."
                )
            )
            : new Ensured.Account(account);

    async Task<Ensured> Decide(Customer customer, IReadOnlyCollection<Guid> adopted)
    {
        switch (RelationDecider.Decide(customer, relations, adopted))
        {
            case RelationDecision.Use(var relation):
                await store.LinkRelation(office, new RelationLink(customer.Key, relation.Id));
                linked[customer.Key] = relation.Id;
                return new Ensured.Account(relation.Id);

            case RelationDecision.Ask(var problem):
                return new Ensured.NotYet(DocumentStatus.Ask, problem);

            default:
                var intent = new RelationIntent
                {
                    Id = newId(),
                    Customer = customer.Key,
                    Name = customer.Name,
                    Mark = customer.Mark,
                    Body = Body(customer),
                    LastTry = clock.GetUtcNow(),
                };
                await store.BeginRelation(office, intent);
                return await Send(intent);
        }
    }

    async Task<Ensured> Send(RelationIntent intent)
    {
        string? refusal = null;
        try
        {
            var created = await division.Accounts.Create(intent.Body);
            // Some answers hold nothing but the id, so what was sent fills the rest.
            return await Confirm(
                intent,
                FromExact.Relation(created) with
                {
                    Name = intent.Name,
                    Remarks = intent.Mark,
                    IsCustomer = true,
                }
            );
        }
        catch (ExactOnlineException failure) when (failure.Outcome == Outcome.Refused)
        {
            if (failure.IsTransient || failure.IsBudgetSpent || failure.IsReconnectNeeded)
            {
                // This try was not dealt with; an earlier one may yet land.
                if (intent.Unanswered == 1)
                    await store.RefuseRelation(office, intent.Id, failure.Messages);
                throw;
            }
            refusal = failure.Messages;
        }
        catch (ExactOnlineException)
        {
            // Unknown: the look decides.
        }

        return await Settle(intent, refusal);
    }

    /// <summary>No number fences a relation, so an unanswered try is waited out before the bytes go out again.</summary>
    async Task<Ensured> Settle(RelationIntent intent, string? refusal)
    {
        if (relations.WithMark(intent.Mark) is [var mirrored, ..])
            return await Confirm(intent, mirrored);

        var found = await division
            .Accounts.Read(Filter.Eq("Name", intent.Name))
            .Select(FromExact.Relation)
            .Where(relation => relation.Remarks?.Contains(intent.Mark, StringComparison.Ordinal) ?? false)
            .FirstOrDefaultAsync();
        if (found is not null)
            return await Confirm(intent, found);

        if (refusal is not null)
        {
            await store.RefuseRelation(office, intent.Id, refusal);
            return new Ensured.NotYet(
                DocumentStatus.Problem,
                new Problem(
                    "relationRefused",
                    $"Exact refused the relation {intent.Name}: {refusal}",
                    "Correct the customer in Teamleader, or create the relation in Exact."
                )
            );
        }

        var now = clock.GetUtcNow();
        if (now >= intent.LastTry + Fence.LongestLateness)
        {
            await store.BeginRelationTry(office, intent.Id, now);
            return await Send(intent with { LastTry = now, Unanswered = intent.Unanswered + 1 });
        }

        return new Ensured.NotYet(
            DocumentStatus.Waiting,
            new Problem(
                "relationAnswerMissing",
                $"Exact did not answer when the relation {intent.Name} was created, and it is not there yet.",
                $"It is looked for again in every run, and created again after {intent.LastTry + Fence.LongestLateness:HH:mm} UTC."
            )
        );
    }

    async Task<Ensured> Confirm(RelationIntent intent, Relation relation)
    {
        await store.ConfirmRelation(office, intent.Id, relation);
        relations.Add(relation);
        linked[intent.Customer] = relation.Id;
        unknown.Remove(intent.Customer);
        return new Ensured.Account(relation.Id);
    }

    static ReadOnlyMemory<byte> Body(Customer customer) =>
        ExactJson.Bytes(
            new NewAccount
            {
                Name = customer.Name,
                AddressLine1 = customer.Street,
                Postcode = customer.Postcode,
                City = customer.City,
                Country = customer.Country,
                Email = customer.Email,
                Language = customer.Language?.ToUpperInvariant(),
                VATNumber = VatNumber.Normal(customer.VatNumber, customer.Country),
                ChamberOfCommerce = customer.CompanyNumber,
                Remarks = customer.Mark,
            }
        );
}
