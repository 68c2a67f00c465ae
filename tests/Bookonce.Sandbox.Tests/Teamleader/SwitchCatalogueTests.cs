using Bookonce.Sandbox.Teamleader;

namespace Bookonce.Sandbox.Tests.Teamleader;

public sealed class SwitchCatalogueTests
{
    [Fact]
    public void Every_switch_has_a_question_at_least_two_answers_and_a_default_among_them()
    {
        Assert.Equal(
            typeof(TeamleaderSwitches).GetProperties().Length,
            TeamleaderSwitchCatalogue.All.DistinctBy(each => each.Name).Count()
        );
        Assert.All(
            TeamleaderSwitchCatalogue.All,
            each =>
            {
                Assert.Matches("^(ND|Seen|disputed|SB)$", each.Mark);
                Assert.EndsWith(".", each.Question, StringComparison.Ordinal);
                Assert.True(each.Values.Count >= 2);
                Assert.Equal(each.Values[0], each.Default);
            }
        );
    }

    [Fact]
    public void Every_switch_can_be_set_to_each_of_its_answers_and_moves_no_other()
    {
        foreach (var each in TeamleaderSwitchCatalogue.All)
        foreach (var value in each.Values)
        {
            var set = TeamleaderSwitchCatalogue.Set(new TeamleaderSwitches(), each.Name, value);
            Assert.Equal(value, TeamleaderSwitchCatalogue.Get(set, each.Name));
            Assert.Equal(new TeamleaderSwitches(), TeamleaderSwitchCatalogue.Set(set, each.Name, each.Default));
        }
    }

    [Fact]
    public void An_unknown_switch_or_answer_is_refused_in_words()
    {
        var switches = new TeamleaderSwitches();
        Assert.Equal(
            "invoiceNumber",
            Assert.Throws<ArgumentException>(() => TeamleaderSwitchCatalogue.Set(switches, "invoiceNumber", "x"))
                is { } missing
                ? missing.Message.Split('“', '”')[1]
                : null
        );
        var refusal = Assert.Throws<ArgumentException>(() => TeamleaderSwitchCatalogue.Set(switches, "largePage", "0"));
        Assert.Contains("clamped, refused", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_switch_that_is_set_while_the_sandbox_runs_counts_from_the_next_call()
    {
        await using var account = await FocusAccount.Open();
        await account.Call("invoices.list", """{"page":{"size":101}}""");
        account.State.Switches = TeamleaderSwitchCatalogue.Set(account.State.Switches, "LARGEPAGE", "Refused");
        await account.Refused("invoices.list", """{"page":{"size":101}}""");
    }
}
