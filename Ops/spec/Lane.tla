-------------------------------- MODULE Lane --------------------------------
(* One lane of one service: who may write it, and how its events reach Kafka.

   A lane is one partition number of a service's inputs. In the database it has one row (the next input offset, an epoch, a watermark)
   and a journal: events at rising positions, appended in the transaction that made them. The watermark is the highest position such
   that Kafka has confirmed it and every one below it; it moves with the lane's next transaction. Rows at or below the watermark are
   history, which a retention job may delete; rows above it are what is still to be sent to Kafka.

   A worker that is given the lane takes it: it raises the epoch, reads offset and watermark, and sends the journal above the watermark
   again, in order, before anything new. Every later transaction of the lane demands that epoch. Kafka may give the lane to
   another worker while the first still runs (a zombie); workers crash; what a producer had not delivered is lost with it.

   The events go to several output partitions. Each partition confirms in order, but one may run ahead of another, so
   confirmations arrive out of the journal's order: that is why the watermark is contiguous and a "last confirmed" would lose events.

   A transaction comes from one input message or from one due timer. A timer moves no offset.

   Fence = "epoch" and Mark = "contiguous" are the design. Beside each stands the tempting simpler one, in which TLC finds the
   fault: Fence = "offset", a compare-and-set on the offset alone, where a worker that loses the race reads the offset again and
   carries on (a gap: the rightful owner never learns of the zombie's row), and Mark = "highest", the last position confirmed
   (an event below it is forgotten). *)
EXTENDS Naturals, Sequences, FiniteSets, TLC

CONSTANTS Workers,     \* the processes that may own the lane
          Outputs,     \* the output partitions its events go to
          Messages,    \* how many input messages there are
          Timers,      \* how many timers fall due
          MaxTakes,    \* how often the lane changes hands, at most
          MaxCrashes,  \* how many crashes and unheard commits, at most
          Fence,       \* "epoch" or "offset"
          Mark         \* "contiguous" or "highest"

VARIABLES offset,      \* database: input messages whose effect is stored
          fired,       \* database: timers whose effect is stored
          epoch,       \* database: raised by each take
          watermark,        \* database: every position up to here is confirmed
          journal,     \* database: the events; each tells its output partition and the message it came from (0: a timer)
          taken,       \* reader of each output partition: the highest sequence number it took; what is not newer it drops
          gap,         \* a reader met a sequence number that was not the next one
          held,        \* worker: the epoch it took; 0 when it holds nothing
          next,        \* worker: the offset it believes in
          sending,     \* worker: positions handed to its producer and not delivered yet, in order, for each output partition
          confirmed,   \* worker: positions delivered since it took the lane and not yet covered by the watermark it wrote
          crashes

vars == <<offset, fired, epoch, watermark, journal, taken, gap, held, next, sending, confirmed, crashes>>

Positions == DOMAIN journal
(* The sequence number of an event: events are numbered without gaps within their output partition. *)
SequenceNumber(p) == Cardinality({q \in 1..p : journal[q].output = journal[p].output})
InKafka(p) == SequenceNumber(p) <= taken[journal[p].output]

Unconfirmed(output) == SelectSeq([i \in 1..(Len(journal) - watermark) |-> watermark + i], LAMBDA p : journal[p].output = output)
(* How far the watermark may move: over what is confirmed without a hole. *)
Contiguous(w) == CHOOSE m \in watermark..Len(journal) :
                     /\ \A p \in (watermark + 1)..m : p \in confirmed[w]
                     /\ (m + 1) \notin confirmed[w]
Highest(w) == CHOOSE m \in confirmed[w] \cup {watermark} : \A p \in confirmed[w] \cup {watermark} : p <= m
Covered(w) == IF Mark = "contiguous" THEN Contiguous(w) ELSE Highest(w)

Init ==
    /\ offset = 0 /\ fired = 0 /\ epoch = 0 /\ watermark = 0 /\ journal = <<>> /\ crashes = 0
    /\ taken = [o \in Outputs |-> 0] /\ gap = FALSE
    /\ held = [w \in Workers |-> 0] /\ next = [w \in Workers |-> 0]
    /\ sending = [w \in Workers |-> [o \in Outputs |-> <<>>]] /\ confirmed = [w \in Workers |-> {}]

(* A rebalance, or a worker that was fenced and still believes it is assigned. Any worker, at any time: more than Kafka would do.
   What its producer still has in flight from before stays in flight. *)
Take(w) ==
    /\ epoch < MaxTakes
    /\ epoch' = epoch + 1
    /\ held' = [held EXCEPT ![w] = epoch + 1]
    /\ next' = [next EXCEPT ![w] = offset]
    /\ sending' = [sending EXCEPT ![w] = [o \in Outputs |-> @[o] \o Unconfirmed(o)]]
    /\ confirmed' = [confirmed EXCEPT ![w] = {}]
    /\ UNCHANGED <<offset, fired, watermark, journal, taken, gap, crashes>>

MayWrite(w) == held[w] # 0 /\ (IF Fence = "epoch" THEN held[w] = epoch ELSE next[w] = offset)

(* What one transaction stores: its event in the journal, and the watermark moved over what was confirmed since the last one. *)
Store(w, output, message) ==
    /\ MayWrite(w)
    /\ journal' = Append(journal, [output |-> output, message |-> message])
    /\ watermark' = Covered(w)
    /\ UNCHANGED <<epoch, taken, gap>>

FromMessage(w, output) ==
    /\ next[w] < Messages
    /\ Store(w, output, next[w] + 1)
    /\ offset' = next[w] + 1
    /\ next' = [next EXCEPT ![w] = @ + 1]
    /\ UNCHANGED fired

FromTimer(w, output) ==
    /\ fired < Timers
    /\ Store(w, output, 0)
    /\ fired' = fired + 1
    /\ UNCHANGED <<offset, next>>

(* A commit that the worker learns of: the event goes to its producer, behind all that went before. *)
Heard(w, output) ==
    /\ sending' = [sending EXCEPT ![w][output] = Append(@, Len(journal) + 1)]
    /\ confirmed' = [confirmed EXCEPT ![w] = {p \in @ : p > watermark'}]
    /\ UNCHANGED <<held, crashes>>

(* A commit whose answer is lost with the connection. The worker does not guess: it gives the lane up, to take it again. *)
Unheard(w) ==
    /\ crashes < MaxCrashes
    /\ crashes' = crashes + 1
    /\ held' = [held EXCEPT ![w] = 0]
    /\ UNCHANGED <<sending, confirmed>>

Commit(w) ==
    \E o \in Outputs :
        /\ FromMessage(w, o) \/ FromTimer(w, o)
        /\ Heard(w, o) \/ Unheard(w)

(* The transaction of an idle lane: nothing new, only the watermark moves. *)
Confirm(w) ==
    /\ MayWrite(w) /\ Covered(w) # watermark
    /\ watermark' = Covered(w)
    /\ confirmed' = [confirmed EXCEPT ![w] = {p \in @ : p > watermark'}]
    /\ UNCHANGED <<offset, fired, epoch, journal, taken, gap, held, next, sending, crashes>>

(* A transaction that the fence refuses. By epoch: give the lane up, until it is taken again. By offset: read it again, go on. *)
Refused(w) ==
    /\ held[w] # 0
    /\ IF Fence = "epoch"
       THEN held[w] # epoch /\ held' = [held EXCEPT ![w] = 0] /\ UNCHANGED next
       ELSE next[w] # offset /\ next' = [next EXCEPT ![w] = offset] /\ UNCHANGED held
    /\ UNCHANGED <<offset, fired, epoch, watermark, journal, taken, gap, sending, confirmed, crashes>>

(* The idempotent producer delivers each partition in order, once. Kafka knows nothing of epochs: a zombie's events are accepted
   too. The reader of the partition takes what is next, drops what is not newer, and says aloud what is missing. *)
Deliver(w) ==
    \E o \in Outputs :
        /\ sending[w][o] # <<>>
        /\ LET p == Head(sending[w][o]) IN
            /\ taken' = [taken EXCEPT ![o] = IF SequenceNumber(p) > @ THEN SequenceNumber(p) ELSE @]
            /\ gap' = (gap \/ SequenceNumber(p) > taken[o] + 1)
            /\ confirmed' = [confirmed EXCEPT ![w] = @ \cup {p}]
        /\ sending' = [sending EXCEPT ![w][o] = Tail(@)]
        /\ UNCHANGED <<offset, fired, epoch, watermark, journal, held, next, crashes>>

(* Also what a final producer error comes to: purge, and take the lane again. *)
Crash(w) ==
    /\ crashes < MaxCrashes
    /\ crashes' = crashes + 1
    /\ held' = [held EXCEPT ![w] = 0]
    /\ sending' = [sending EXCEPT ![w] = [o \in Outputs |-> <<>>]]
    /\ confirmed' = [confirmed EXCEPT ![w] = {}]
    /\ UNCHANGED <<offset, fired, epoch, watermark, journal, taken, gap, next>>

Next == \E w \in Workers : Take(w) \/ Commit(w) \/ Confirm(w) \/ Refused(w) \/ Deliver(w) \/ Crash(w)
Spec == Init /\ [][Next]_vars
Symmetry == Permutations(Workers) \cup Permutations(Outputs)

-----------------------------------------------------------------------------
(* A reader that drops what is not newer never meets a gap. *)
NoGap == ~gap

(* Every stored event is in Kafka or above the watermark, where the next taker finds it: what is below the watermark may be deleted. *)
NothingLost == \A p \in Positions : InKafka(p) \/ p > watermark

(* When nothing is in flight and the rightful owner runs, every event is in Kafka: nothing waits for luck. *)
Settled ==
    (/\ \A w \in Workers, o \in Outputs : sending[w][o] = <<>>
     /\ \E w \in Workers : held[w] # 0 /\ held[w] = epoch) => \A p \in Positions : InKafka(p)

(* Each message took effect once, in its order; each timer once. *)
EachOnce ==
    LET effects == SelectSeq([p \in Positions |-> journal[p].message], LAMBDA m : m # 0)
    IN /\ effects = [i \in 1..offset |-> i]
       /\ Len(journal) = offset + fired

=============================================================================
