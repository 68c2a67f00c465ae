using Bookonce.Domain.Budgets;

namespace Bookonce.Storage.Tests;

public sealed class BudgetTests
{
    const string Endpoint = "salesentry/SalesEntries";
    static readonly BudgetHolder Holder = new("start.exactonline.be/app", 123456);

    [Fact]
    public async Task What_was_left_survives()
    {
        using var memory = await Memory.Open();
        var minute = new Allowance(60, 0, Memory.Now.AddMinutes(1));
        var day = new Allowance(5000, 17, Memory.Now.AddHours(4));

        await memory.Store.KeepBudget(Holder, minute with { Left = 3 }, day);
        await memory.Store.KeepBudget(Holder, minute, day);

        var kept = await memory.Store.LoadBudget(Holder, Memory.Now);
        Assert.Equal((minute, day), (kept.Minute, kept.Day));
        Assert.Null((await memory.Store.LoadBudget(Holder with { Division = 7 }, Memory.Now)).Minute.Left);
    }

    [Fact]
    public async Task Errors_of_one_instant_are_counted_one_by_one_and_can_be_taken_back()
    {
        using var memory = await Memory.Open();
        var error = new SpentError(Endpoint, Memory.Now);

        await memory.Store.SpendError(Holder, error);
        Assert.Equal([error, error], await memory.Store.SpendError(Holder, error));
        await memory.Store.ReturnError(Holder, error);

        Assert.Equal([error], (await memory.Store.LoadBudget(Holder, Memory.Now)).Errors);
        await memory.Store.ReturnError(Holder, error);
        Assert.Empty((await memory.Store.LoadBudget(Holder, Memory.Now)).Errors);
    }

    [Fact]
    public async Task An_error_is_forgotten_after_an_hour()
    {
        using var memory = await Memory.Open();
        await memory.Store.SpendError(Holder, new SpentError(Endpoint, Memory.Now));
        await memory.Store.SpendError(Holder, new SpentError("crm/Accounts", Memory.Now.AddMinutes(1)));

        var later = await memory.Store.LoadBudget(Holder, Memory.Now.AddHours(1));
        Assert.Equal("crm/Accounts", Assert.Single(later.Errors).Endpoint);

        await memory.Store.SpendError(Holder, new SpentError(Endpoint, Memory.Now.AddHours(2)));
        Assert.Equal(1, await memory.Count("spent_errors"));
    }

    [Fact]
    public async Task Errors_that_a_wrong_clock_dated_days_ahead_do_not_count()
    {
        using var memory = await Memory.Open();
        await memory.Store.SpendError(Holder, new SpentError(Endpoint, Memory.Now.AddDays(3)));

        Assert.Empty((await memory.Store.LoadBudget(Holder, Memory.Now)).Errors);
    }

    [Fact]
    public async Task Errors_of_another_administration_do_not_count()
    {
        using var memory = await Memory.Open();
        await memory.Store.SpendError(Holder with { Division = 7 }, new SpentError(Endpoint, Memory.Now));

        Assert.Single(await memory.Store.SpendError(Holder, new SpentError(Endpoint, Memory.Now)));
    }
}
