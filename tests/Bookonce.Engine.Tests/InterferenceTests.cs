using System.Net;
using Bookonce.Domain.Documents;
using Bookonce.Domain.Numbering;
using Bookonce.Engine.Answer;
using Bookonce.Engine.Store;
using Bookonce.Sandbox.World;

namespace Bookonce.Engine.Tests;

public sealed class InterferenceTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "serviceFailed")]
    [InlineData(HttpStatusCode.Unauthorized, "tokenRefused")]
    public async Task A_try_that_was_not_dealt_with_teaches_nothing_about_numbers_and_leaves_no_gap(
        HttpStatusCode status,
        string problem
    )
    {
        using var handler = new Interferes(call => call == 5 ? new HttpResponseMessage(status) : null);
        await using var town = await Town.Build(WorldSize.Demo, handler: handler);
        var connection = await town.Connect();

        Assert.Equal(problem, (await town.Run(connection)).Failure?.Code);
        await town.Run(connection);

        var books = await town.Store.LoadBooks(connection.Administration.Id);
        Assert.DoesNotContain(NumberingMode.ExactNumbers, books.Series.Select(series => series.Numbering));
        Assert.Empty(books.Intents);
        foreach (
            var series in books
                .Links.Where(link => link.Origin == Domain.Entries.LinkOrigin.Booked)
                .GroupBy(link => link.Series)
        )
        {
            var numbers = series.Select(link => link.BookingNumber).Order().ToArray();
            Assert.Equal(Enumerable.Range(numbers[0], numbers.Length), numbers);
        }
    }

    [Fact]
    public async Task A_document_whose_try_was_never_answered_is_kept_out_of_previews_and_answers()
    {
        using var handler = new Interferes(call =>
            call == 5 ? throw new HttpRequestException("Lost on the way there.") : null
        );
        await using var town = await Town.Build(WorldSize.Demo, handler: handler);
        var connection = await town.Connect();
        await town.Run(connection);
        var intent = Assert.Single((await town.Store.LoadBooks(connection.Administration.Id)).Intents);

        await town.Run(connection, isPreview: true);

        var row = (await town.ReadSide.Problems(connection.Id, 0, 1_000)).Rows.Single(row =>
            row.DocumentId == intent.DocumentId
        );
        Assert.Equal((DocumentStatus.Waiting, "answerMissing"), (row.Status, row.Problem.Code));
        Assert.Empty(
            await new Answering(town.Store, town.Synchroniser, town.Clock).Candidates(connection, intent.DocumentId)
        );
    }
}
