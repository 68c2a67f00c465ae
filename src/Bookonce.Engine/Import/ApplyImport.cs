using Bookonce.Domain.Import;
using Bookonce.Domain.Relations;
using Bookonce.Engine.Store;
using Bookonce.Teamleader;

namespace Bookonce.Engine.Import;

/// <summary>Links and creates customers; each creation is written down before it is sent, so that a lost answer makes no second one.</summary>
sealed class ApplyImport(IStore store, Office office, Guid access, TeamleaderClient teamleader, TimeProvider clock)
{
    /// <summary>Links first, then creates; ends where an answer is missing.</summary>
    public async Task<ImportResult> Apply(ImportList list, Action<ImportProgress> report, CancellationToken stop)
    {
        var unknown = (await store.LoadCustomerIntents(office.Administration, stop))
            .Where(intent => intent.TeamleaderAccess == access)
            .ToDictionary(intent => intent.Account);
        foreach (var match in list.Matched)
            if (unknown.TryGetValue(match.Customer.Relation.Id, out var intent))
                await store.ConfirmCustomer(office, intent, match.Card.Key, CancellationToken.None);
            else
                await store.LinkRelation(
                    office,
                    new RelationLink(match.Card.Key, match.Customer.Relation.Id),
                    CancellationToken.None
                );

        var refused = new List<RefusedCustomer>();
        var created = 0;
        foreach (var (done, one) in list.ToCreate.Index())
        {
            report(new ImportProgress(done, list.ToCreate.Count));
            stop.ThrowIfCancellationRequested();
            switch (await Create(one))
            {
                case Ended.Refused(var words):
                    refused.Add(new RefusedCustomer(one.Customer, words));
                    break;
                case Ended.Unanswered:
                    return new ImportResult(
                        list.Matched.Count,
                        created,
                        refused,
                        one.Customer,
                        list.ToCreate.Count - done - 1
                    );
                default:
                    created++;
                    break;
            }
        }
        return new ImportResult(list.Matched.Count, created, refused, Unanswered: null, Left: 0);
    }

    /// <summary>How one creation ended. Closed.</summary>
    abstract record Ended
    {
        Ended() { }

        public sealed record Created : Ended;

        public sealed record Refused(string Words) : Ended;

        public sealed record Unanswered : Ended;
    }

    async Task<Ended> Create(ImportDecision.Create one)
    {
        var intent = new CustomerIntent(access, one.Customer.Relation.Id, one.Kind, clock.GetUtcNow());
        await store.BeginCustomer(office, intent);
        try
        {
            var customer = await CreateCustomer.Send(teamleader, one, CancellationToken.None);
            await store.ConfirmCustomer(office, intent, customer);
            return new Ended.Created();
        }
        catch (TeamleaderException failure) when (failure.Outcome == Outcome.Refused)
        {
            await store.RefuseCustomer(office, intent, failure.Messages);
            // What refuses one for such a reason refuses all.
            if (failure.IsTransient || failure.IsReconnectNeeded || failure.Status is 401 or 403)
                throw;
            return new Ended.Refused(failure.Messages);
        }
        catch (TeamleaderException)
        {
            return new Ended.Unanswered();
        }
    }
}
