namespace Bookonce.Simulation.Tests;

public sealed class SimulationTests
{
    const string Few = "5";

    [Fact]
    public async Task The_same_seeds_are_the_same_worlds_in_another_process()
    {
        var one = await Simulation.Run("--seeds", Few, "--from", "11", "--whole-story");
        var other = await Simulation.Run("--seeds", Few, "--from", "11", "--whole-story");

        Assert.Equal(one.Text("traceHash"), other.Text("traceHash"));
        Assert.True(one.Count("faults") + one.Count("crashes") > 0);
    }

    [Fact]
    public async Task Other_seeds_are_other_worlds()
    {
        var one = await Simulation.Run("--seeds", "1", "--from", "11");
        var other = await Simulation.Run("--seeds", "1", "--from", "12");

        Assert.NotEqual(one.Text("traceHash"), other.Text("traceHash"));
    }

    [Fact]
    public async Task Whatever_goes_wrong_nothing_is_booked_twice()
    {
        var ended = await Simulation.Run("--seeds", "20", "--from", "31", "--whole-story");

        string[] counters = ["bookedTwice", "foreignTouched", "relationsTwice"];
        Assert.All(counters, counter => Assert.Equal(0, ended.Count(counter)));
    }

    /// <summary>
    /// A clock set ahead; a relation added for nothing; a document deleted while its try was on its way; a customer's entry of
    /// the same amount; a change between deciding and sending.
    /// </summary>
    [Theory]
    [InlineData("10329")]
    [InlineData("909301")]
    [InlineData("50697")]
    [InlineData("50773")]
    [InlineData("51535")]
    public async Task A_world_in_which_something_went_wrong_once_ends_in_order(string seed)
    {
        var ended = await Simulation.Run("--seeds", "1", "--from", seed);

        string[] counters = ["bookedTwice", "lost", "foreignTouched", "relationsTwice", "unexplained"];
        Assert.All(counters, counter => Assert.Equal(0, ended.Count(counter)));
    }

    /// <summary>
    /// An entry changed before anybody saw it put back; a number taken while a document was booked again; a memory from before an
    /// undo; a try settled with what was taken back; a copy taken back and adopted; a reversal counted as a credit note.
    /// </summary>
    [Theory]
    [InlineData("80270")]
    [InlineData("80816")]
    [InlineData("80353")]
    [InlineData("80434")]
    [InlineData("80522")]
    [InlineData("80169")]
    public async Task A_world_in_which_a_repair_went_wrong_once_ends_in_order(string seed)
    {
        var ended = await Simulation.Run("--seeds", "1", "--from", seed, "--repairs");

        string[] counters = ["bookedTwice", "lost", "foreignTouched", "relationsTwice", "unexplained"];
        Assert.All(counters, counter => Assert.Equal(0, ended.Count(counter)));
        Assert.True(ended.Count("repairs") > 0);
    }

    [Theory]
    [InlineData("--without", "fence")]
    [InlineData("--without", "look")]
    [InlineData("--strategy", "retry-on-error")]
    [InlineData("--strategy", "record-after-post")]
    public async Task It_sees_what_is_booked_twice(string option, string value)
    {
        var ended = await Simulation.Run("--seeds", Few, "--from", "21", option, value, "--whole-story");

        Assert.Equal(1, ended.Code);
        Assert.True(ended.Count("bookedTwice") > 0);
    }
}
