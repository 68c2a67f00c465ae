using Bookonce.Simulation.Lives;
using Bookonce.Simulation.Time;
using Bookonce.Simulation.Worlds;

namespace Bookonce.Simulation.Wire;

/// <summary>What lies between an engine and the services: every call passes the gate here, and may go wrong.</summary>
sealed class EngineWire(World world, Life life) : HttpMessageHandler
{
    static readonly TimeSpan LongestLateness = TimeSpan.FromMinutes(30);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var message = world.Amputation.Of(await Message.Of(request));
        var name = message.Name;
        await world.Gate.Pass(life.Number, name, Point.Before);
        world.Sent(life, message);
        if (message.IsEntry && world.Mishaps.BeforeEntry() is var (act, details))
            world.People.Meddle(act, details, message);
        if (message.IsRemoval && world.Mishaps.BeforeRemoval() is { } race)
            world.People.Race(message, race);
        var response = world.Mishaps.OfCall(message.IsToken, message.IsRead) is var (kind, chance)
            ? await GoWrong(message, kind, chance, cancellationToken)
            : await Answered(message, cancellationToken);
        await world.Gate.Pass(life.Number, name, Point.After);
        return response;
    }

    async Task<HttpResponseMessage> GoWrong(Message message, Mischief kind, Chance chance, CancellationToken stop)
    {
        var takesEffect = chance.About("effect").IsBelow(0.5);
        world.Story.Tell($"{InWords(kind, message, takesEffect)}.");
        switch (kind)
        {
            case Mischief.TooMany:
                return Answer.TooMany(message.Service, world.Time.Now.AddMinutes(1)).ToResponse();

            case Mischief.Unavailable
            or Mischief.TimedOut:
                if (takesEffect)
                    world.Deliver(message, life);
                return Answer.Page(kind == Mischief.Unavailable ? 503 : 408).ToResponse();

            case Mischief.Reset:
                return world.Deliver(message, life).ToResponse(isBroken: true);

            case Mischief.LostBefore:
                break;

            case Mischief.LostAfter:
                world.Deliver(message, life);
                break;

            case Mischief.Late:
                var late = LongestLateness * chance.About("late").Roll;
                world.DeliverLater(message, life, late);
                break;

            default:
                throw new InvalidOperationException($"{kind} is nothing that happens to a call.");
        }

        if (world.Amputation.SendsAgain && message.IsEntry)
            return await Answered(message, stop);
        return await Nothing(chance.About("silence").IsBelow(0.5), stop);
    }

    async Task<HttpResponseMessage> Answered(Message message, CancellationToken stop)
    {
        var answer = world.Amputation.Of(message, world.Deliver(message, life));
        return answer.IsCut ? await Nothing(isSilent: false, stop) : answer.ToResponse();
    }

    /// <summary>No answer: the connection breaks, or nothing comes until the client loses patience.</summary>
    async Task<HttpResponseMessage> Nothing(bool isSilent, CancellationToken stop)
    {
        if (isSilent)
            await Impatience(stop);
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection was lost.");
    }

    /// <summary>The framework's own delay would go on on another thread once it is cancelled.</summary>
    static async Task Impatience(CancellationToken stop)
    {
        var ended = new TaskCompletionSource();
        await using var registration = stop.Register(ended.SetResult);
        await ended.Task;
        stop.ThrowIfCancellationRequested();
    }

    static string InWords(Mischief kind, Message message, bool takesEffect) =>
        kind switch
        {
            Mischief.LostBefore => $"{message.Name} is lost before it takes effect",
            Mischief.LostAfter => $"{message.Name} takes effect, but its answer is lost",
            Mischief.Late => $"{message.Name} stays without an answer, and takes effect later",
            Mischief.TooMany => $"{message.Name} is answered 429",
            Mischief.Unavailable => $"{message.Name} is answered 503, {Effect(takesEffect)}",
            Mischief.TimedOut => $"{message.Name} is answered 408, {Effect(takesEffect)}",
            _ => $"{message.Name} takes effect, and the connection breaks in the middle of the answer",
        };

    static string Effect(bool takesEffect) => takesEffect ? "but takes effect" : "and takes no effect";
}
