using System.Collections.Concurrent;
using System.Reflection;
using Bookonce.Domain.Booking;
using Bookonce.Engine.Store;
using Bookonce.Simulation.Contenders;
using Bookonce.Simulation.Time;

namespace Bookonce.Simulation.Lives;

/// <summary>The store with a gate before and after every method, whichever methods it has.</summary>
#pragma warning disable MA0053 // The framework derives the proxy from it.
class GatedStore : DispatchProxy
#pragma warning restore MA0053
{
    static readonly MethodInfo Typed = typeof(GatedStore).GetMethod(
        nameof(PassWithResult),
        BindingFlags.Instance | BindingFlags.NonPublic
    )!;
    static readonly ConcurrentDictionary<MethodInfo, MethodInfo> Passages = new();

    IStore store = null!;
    Func<string, Point, Task> gate = null!;
    Amputation amputation = null!;
    Action<Intent> intends = null!;
    Action<string, object?[]> wrote = null!;

    public static IStore Around(
        IStore store,
        Func<string, Point, Task> gate,
        Amputation amputation,
        Action<Intent> intends,
        Action<string, object?[]> wrote
    )
    {
        var proxy = Create<IStore, GatedStore>();
        var gated = (GatedStore)(object)proxy;
        (gated.store, gated.gate, gated.amputation) = (store, gate, amputation);
        (gated.intends, gated.wrote) = (intends, wrote);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var method = targetMethod!;
        if (method.ReturnType == typeof(Task))
            return Pass(method, args);
        if (!method.ReturnType.IsGenericType || method.ReturnType.GetGenericTypeDefinition() != typeof(Task<>))
            return Call(method, args);
        var passage = Passages.GetOrAdd(method, key => Typed.MakeGenericMethod(key.ReturnType.GetGenericArguments()));
        return passage.Invoke(this, BindingFlags.DoNotWrapExceptions, null, [method, args], null);
    }

    async Task Pass(MethodInfo method, object?[]? args)
    {
        await gate(method.Name, Point.Before);
        await (Task)Call(method, args)!;
        wrote(method.Name, args ?? []);
        await gate(method.Name, Point.After);
    }

    async Task<T> PassWithResult<T>(MethodInfo method, object?[]? args)
    {
        await gate(method.Name, Point.Before);
        var result = await (Task<T>)Call(method, args)!;
        wrote(method.Name, args ?? []);
        await gate(method.Name, Point.After);
        return result;
    }

    object? Call(MethodInfo method, object?[]? args)
    {
        if (args is [_, Intent intent, ..])
            intends(intent);
        return amputation.Instead(
            method.Name,
            args ?? [],
            () => method.Invoke(store, BindingFlags.DoNotWrapExceptions, null, args, null)
        );
    }
}
