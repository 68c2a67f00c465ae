using Bookonce.Sandbox.ExactOnline;

namespace Bookonce.Sandbox.Tests.ExactOnline;

public sealed class SwitchTests
{
    [Fact]
    public void Every_switch_is_listed_with_its_question_its_answers_and_its_default()
    {
        Assert.Equal(
            typeof(ExactOnlineSwitches).GetProperties().Select(property => property.Name.ToUpperInvariant()).Order(),
            ExactOnlineSwitchCatalogue.All.Select(row => row.Name.ToUpperInvariant()).Order()
        );
        Assert.All(
            ExactOnlineSwitchCatalogue.All,
            row =>
            {
                Assert.EndsWith("?", row.Question, StringComparison.Ordinal);
                Assert.Contains(row.Mark, new[] { "[?]", "[U]" });
                Assert.True(row.Values.Count > 1);
                Assert.Contains(row.Default, row.Values);
            }
        );
    }

    [Fact]
    public void Every_answer_can_be_set_by_name_and_leaves_the_others_alone()
    {
        foreach (var row in ExactOnlineSwitchCatalogue.All)
        {
            foreach (var value in row.Values)
            {
                var set = ExactOnlineSwitchCatalogue.Set(new(), row.Name.ToUpperInvariant(), value.ToUpperInvariant());
                Assert.Equal(value, ExactOnlineSwitchCatalogue.Get(set, row.Name));
                Assert.Equal(value == row.Default, set == new ExactOnlineSwitches());
            }
        }
    }

    [Fact]
    public void An_unknown_name_or_value_is_said_in_words()
    {
        Assert.Throws<ArgumentException>(() => ExactOnlineSwitchCatalogue.Set(new(), "nonsense", "true"));
        var error = Assert.Throws<ArgumentException>(() =>
            ExactOnlineSwitchCatalogue.Set(new(), "listForm", "nonsense")
        );
        Assert.Contains("alwaysResults, shortWithTop, shortOnTheLastPage", error.Message, StringComparison.Ordinal);
    }
}
