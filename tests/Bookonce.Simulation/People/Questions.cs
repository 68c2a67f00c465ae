using Bookonce.Domain.Documents;
using Bookonce.Engine.Answer;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.People;

/// <summary>Answers what Bookonce asks, by what is really so; some questions are left lying.</summary>
sealed class Questions(World world)
{
    public void Answer(Chance chance)
    {
        if (world.IsIdle && world.Living is { } life)
            world.Undisturbed(() => AnswerAll(life.Answering, chance));
    }

    void AnswerAll(Answering answering, Chance chance)
    {
        var store = world.Memory.Database.Store;
        foreach (var connection in store.Connections().Result())
        foreach (var stored in store.LoadDocuments(connection.Id).Result())
            if (stored.Outcome.Status == DocumentStatus.Ask && chance.About(stored.Content.Number).IsBelow(0.7))
                AnswerOne(answering, connection, stored.Content);
    }

    /// <summary>Answers what is asked about one document, at once.</summary>
    public void AnswerNow(Answering answering, Domain.Connections.Connection connection, Guid document)
    {
        var documents = world.Memory.Database.Store.LoadDocuments(connection.Id).Result();
        if (documents.FirstOrDefault(one => one.Content.Id == document) is { Content: var content })
            world.Undisturbed(() => AnswerOne(answering, connection, content));
    }

    void AnswerOne(Answering answering, Domain.Connections.Connection connection, SalesDocument document)
    {
        var candidates = answering.Candidates(connection, document.Id).Result();
        if (candidates is [])
            return;
        var right = candidates.FirstOrDefault(one =>
            world.Truth.Living(one.Entry.EntryId)?.Document == document.Id
            && !world.Truth.IsTakenBack(one.Entry.EntryId)
        );
        world.Truth.Answered[document.Id] = world.Truth.Now;
        // The books may have moved on since the question was shown; then it comes again.
        try
        {
            if (right is not null)
                answering.Choose(connection, document.Id, right.Entry.LineId).Done();
            else
                answering
                    .Deny(connection, document.Id, [.. candidates.Select(candidate => candidate.Entry.LineId)])
                    .Done();
            world.Story.Tell(
                $"Somebody says that {document.Number} is {(right is null ? "nothing of that" : $"{right.Entry.Series.Journal} {right.Entry.Number}")}."
            );
        }
        catch (AnswerOutdatedException) { }
    }
}
